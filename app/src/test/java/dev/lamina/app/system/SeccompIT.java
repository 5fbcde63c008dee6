package dev.lamina.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.GuestControl.ExecResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the default profile of system calls means inside of containers.
final class SeccompIT {
    private static final String SYSTEM = BootedSystem.BASE + """
            onboot:
              - name: dhcp
                image: lamina/dhcp
            services:
              - name: getty
                image: lamina/getty
              - name: httpd
                image: lamina/httpd
              - name: sshd
                image: lamina/sshd
              - name: free
                image: lamina/httpd
                command: [/bin/sleep, "86400"]
                annotations: {dev.lamina.seccomp: unconfined}
              - name: admin
                image: lamina/httpd
                uid: 0
                capabilities: [CAP_SYS_ADMIN]
                ambient: []
                command: [/bin/sleep, "86400"]
            """;

    @TempDir
    Path folder = Path.of("");

    private BootedSystem boot(Arch arch) throws IOException, InterruptedException {
        Path document = Files.writeString(folder.resolve("seccomp.yml"), SYSTEM);
        BootedSystem system = BootedSystem.start(folder, arch, "256M", List.of(), document);
        system.ready();
        return system;
    }

    private static String in(String service, BootedSystem system, String command) {
        ExecResult result =
                system.vm().control().execIn(service, List.of("/bin/sh", "-c", command), BootedSystem.PATIENCE);
        return result.exitCode() + " " + result.output();
    }

    @ParameterizedTest
    @EnumSource(names = {"AMD64", "ARM64"})
    void builtInComponentsRunConfined(Arch arch) throws Exception {
        try (BootedSystem system = boot(arch)) {
            assertThat(system.exec("cat /etc/resolv.conf")).contains("nameserver 10.0.2.3");
            assertThat(system.exec("grep -ril seccomp /run/log /var/log || true"))
                    .as("logs with complaints of the runtime")
                    .isEmpty();
            for (String service : List.of("getty", "httpd", "sshd", "admin")) {
                assertThat(system.exec("grep Seccomp: /proc/$(cat /run/lamina/services/" + service + "/pid)/status"))
                        .as(service)
                        .isEqualTo("Seccomp:\t2\n");
            }
            assertThat(system.exec("grep Seccomp: /proc/$(cat /run/lamina/services/free/pid)/status"))
                    .isEqualTo("Seccomp:\t0\n");
        }
    }

    @Test
    void onlyWithTheCapabilityAServiceMakesNamespaces() throws Exception {
        try (BootedSystem system = boot(Arch.AMD64)) {
            assertThat(in("httpd", system, "grep Seccomp: /proc/self/status")).isEqualTo("0 Seccomp:\t2\n");

            assertThat(in("httpd", system, "unshare -m true"))
                    .isEqualTo("1 unshare: unshare(0x20000): Operation not permitted\n");
            assertThat(in("httpd", system, "unshare -U true"))
                    .isEqualTo("1 unshare: unshare(0x10000000): Operation not permitted\n");
            assertThat(in("httpd", system, "mount -t tmpfs tmpfs /var/www"))
                    .isEqualTo("1 mount: permission denied (are you root?)\n");
            assertThat(in("free", system, "unshare -U true"))
                    .as("what the kernel lets everyone do")
                    .isEqualTo("0 ");
            assertThat(in("admin", system, "unshare -m mount -t tmpfs tmpfs /var/www"))
                    .isEqualTo("0 ");
        }
    }
}
