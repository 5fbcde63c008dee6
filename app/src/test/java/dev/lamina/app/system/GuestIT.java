package dev.lamina.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.vmlaunch.GuestControl.ServiceAction;
import dev.lamina.vmlaunch.GuestEvent;
import dev.lamina.vmlaunch.VmExit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the init does with volumes, containers of every kind, failures, restarts and the power.
final class GuestIT {
    private static final String SYSTEM = BootedSystem.BASE + """
            volumes:
              - name: shared
              - name: fixed
                image: lamina/httpd
                readonly: true
            onboot:
              - name: writer
                image: lamina/dhcp
                readonly: false
                binds: ["shared:/shared"]
                command: [/bin/sh, -c, "echo written >/shared/note"]
              - name: fails
                image: lamina/dhcp
                command: [/bin/sh, -c, "echo it cannot be done >&2; exit 3"]
              - name: impossible
                image: lamina/dhcp
                command: [/no/such/program]
              - name: limited
                image: lamina/dhcp
                readonly: true
                cgroupsPath: limited
                resources: {memory: {limit: 33554432}, pids: {limit: 50}}
                runtime: {mkdir: [/var/limited, "/var/it's $(reboot)"], cgroups: [prepared]}
                binds: ["/var/limited:/run/resolvconf", "/sys/fs/cgroup:/sys/fs/cgroup:ro"]
                command:
                  - /bin/sh
                  - -c
                  - |
                    exec >/run/resolvconf/out 2>&1
                    cd /sys/fs/cgroup
                    cat limited/memory.max limited/pids.max
                    ls -d prepared
                    touch /x
                    echo $?
            onshutdown:
              - name: last
                image: lamina/dhcp
                readonly: false
                binds: ["/dev:/dev", "shared:/shared"]
                command: [/bin/sh, -c, "echo last words: $(cat /shared/note) >/dev/console"]
            services:
              - name: reader
                image: lamina/dhcp
                readonly: false
                binds: ["shared:/shared", "fixed:/fixed:ro"]
                command: [/bin/sh, -c, "cat /shared/note; ls /fixed/var/www; touch /fixed/x; echo own >/own; cat /own; while :; do sleep 1; done"]
              - name: restless
                image: lamina/dhcp
                command: [/bin/sh, -c, "echo gone again >&2; exit 7"]
                annotations: {dev.lamina.restart: on-failure}
              - name: polite
                image: lamina/dhcp
                command: [/bin/sh, -c, "trap 'exit 0' TERM; while :; do sleep 0.1; done"]
              - name: stubborn
                image: lamina/dhcp
                command: [/bin/sh, -c, "trap 'echo no' TERM; while :; do sleep 0.1; done"]
              - name: apart
                image: lamina/dhcp
                net: new
                capabilities: [CAP_NET_ADMIN]
                command: [/bin/sh, -c, "ip link show inner; while :; do sleep 1; done"]
                runtime:
                  interfaces: [{name: inner, peer: outer}]
                  bindNS: {net: /run/netns/apart}
            files:
              - path: etc/hostname
                contents: "testbed\\n"
            """;

    @TempDir
    Path folder = Path.of("");

    private BootedSystem boot() throws IOException {
        return BootedSystem.start(Files.writeString(folder.resolve("guest.yml"), SYSTEM));
    }

    @Test
    void containersAreRunAsTheDocumentSays() throws Exception {
        try (BootedSystem system = boot()) {
            GuestEvent kernel = system.event("kernel");
            assertThat(kernel.field("release").orElse("")).contains("cloud-amd64");
            assertThat(system.event("volume", "fixed").field("ok")).contains("true");
            assertThat(system.event("volume", "shared").field("ok")).contains("true");
            assertThat(system.event("exit", "writer").field("code")).contains("0");
            GuestEvent failed = system.event("exit", "fails");
            assertThat(failed.field("code")).contains("3");
            assertThat(failed.field("reason")).contains("it cannot be done");
            GuestEvent impossible = system.event("failed", "impossible");
            assertThat(impossible.field("reason")).contains("no such file: /no/such/program");
            assertThat(system.event("exit", "limited").field("code")).contains("0");
            system.ready();

            assertThat(system.exec("cat /var/limited/out")).isEqualTo("""
                    33554432
                    50
                    prepared
                    touch: /x: Read-only file system
                    1
                    """);
            assertThat(system.exec("cat /proc/sys/kernel/hostname")).isEqualTo("testbed\n");
            assertThat(system.vm().control().logs("reader", BootedSystem.PATIENCE))
                    .isEqualTo("""
                    written
                    index.html
                    touch: /fixed/x: Read-only file system
                    own
                    """);
            assertThat(system.exec("cd /var && ls -d it*; ls /tmp")).isEqualTo("it's $(reboot)\n");
            assertThat(system.exec("ip -o link show outer | wc -l")).isEqualTo("1\n");
            assertThat(system.exec("nsenter --net=/run/netns/apart ip -o link show inner | wc -l"))
                    .isEqualTo("1\n");
            assertThat(system.exec("cat /run/lamina/supervisor.log")).isEmpty();
        }
    }

    @Test
    void servicesRestartStopAndStart() throws Exception {
        try (BootedSystem system = boot()) {
            GuestEvent gone = system.event("exit", "restless");
            assertThat(gone.field("code")).contains("7");
            assertThat(gone.field("reason")).contains("gone again");
            assertThat(system.event("restart", "restless").field("delay")).contains("1");
            assertThat(system.event("restart", "restless").field("delay")).contains("2");

            assertThat(Integer.parseInt(system.exec("grep -c /services/restless/rootfs /proc/mounts || true")
                            .strip()))
                    .as("mounts of one that was started three times")
                    .isLessThanOrEqualTo(1);

            system.vm().control().service(ServiceAction.STOP, "reader", BootedSystem.PATIENCE);
            GuestEvent stopped = system.event("exit", "reader");
            assertThat(stopped.field("asked")).contains("true");
            assertThat(stopped.field("code"))
                    .as("nobody waits for a shell that does not listen")
                    .contains("137");
            assertThat(system.exec("service status reader || true")).startsWith("reader down code=");
            system.vm().control().service(ServiceAction.START, "reader", BootedSystem.PATIENCE);
            assertThat(system.exec("service status reader")).startsWith("reader running pid=");
            assertThat(system.vm()
                            .control()
                            .execIn("reader", List.of("cat", "/proc/1/comm"), BootedSystem.PATIENCE)
                            .output())
                    .isEqualTo("sh\n");
        }
    }

    @Test
    void powerOffRunsWhatIsLeftToDo() throws Exception {
        try (BootedSystem system = boot()) {
            system.ready();

            VmExit exit = system.vm().shutdown(BootedSystem.PATIENCE);

            assertThat(exit.reason()).isEqualTo(VmExit.Reason.POWERED_OFF);
            assertThat(Files.readString(system.vm().console().log())).contains("last words: written");
            assertThat(asked(system, "polite")).contains("0");
            assertThat(asked(system, "stubborn")).as("killed in the end").contains("137");
            system.event("off");
        }
    }

    /// The exit code of a service that was asked to end.
    private static Optional<String> asked(BootedSystem system, String name) throws InterruptedException {
        return system.event(event ->
                        event.field("asked").isPresent() && event.field("name").equals(Optional.of(name)))
                .field("code");
    }
}
