package dev.lamina.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.conformance.Conformance;
import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.PublishedPort;
import dev.lamina.vmlaunch.VmExit;
import java.net.URI;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The examples do what their comments say where it takes more to see than a boot test: a person at the console,
/// another architecture. The rest is in their side files, see [ExamplesTestIT].
final class ExamplesIT {
    private static final Path MINIMAL = Path.of("examples/minimal.yml");

    @TempDir
    Path folder = Path.of("");

    @Test
    void rootLogsInOnTheConsoleAndPowersOff() throws Exception {
        try (BootedSystem system = BootedSystem.start(folder, Arch.AMD64, "96M", List.of(), MINIMAL)) {
            system.seen(" login: ");
            system.type("root\n");
            system.seen(":~# ");
            system.type("echo user $(id -u) of $(cat /proc/1/comm)\n");
            system.seen("user 0 of init");
            system.type("service list\n");
            system.seen("getty running pid=");
            // Only a program that runs already gets the key as a signal.
            system.type("echo busy; sleep 1000\n");
            system.seen("\nbusy");
            system.type("\u0003");
            system.seen("^C");
            system.type("echo and on with it\n");
            system.seen("\nand on with it");
            system.type("poweroff\n");

            VmExit exit = system.exit();

            assertThat(exit.reason()).isEqualTo(VmExit.Reason.POWERED_OFF);
            assertThat(system.events()).isEmpty();
        }
    }

    @Test
    void nobodyElseLogsInWithoutAPassword() throws Exception {
        try (BootedSystem system = BootedSystem.start(folder, Arch.AMD64, "96M", List.of(), MINIMAL)) {
            system.seen(" login: ");
            system.type("nobody\n");
            system.seen("Only root can log in here.");
        }
    }

    @Test
    void minimalIsExactlyWhatItNames() throws Exception {
        try (BootedSystem system = BootedSystem.start(folder, Arch.AMD64, "96M", List.of(), MINIMAL)) {
            system.ready();

            assertThat(system.exec("cd /containers && find onboot services -maxdepth 1 -mindepth 1 | sort"))
                    .isEqualTo("onboot/000-dhcp\nservices/getty\n");
            assertThat(system.exec("cat /etc/resolv.conf")).contains("nameserver 10.0.2.3");
            assertThat(system.exec("grep ' / ' /proc/mounts | tail -n 1")).contains(" ro,");
            assertThat(system.exec("grep CapEff /proc/$(cat /run/lamina/services/getty/pid)/status"))
                    .isEqualTo("CapEff:\t00000004000000c0\n");
            assertThat(system.vm()
                            .control()
                            .execIn("getty", List.of("service", "list"), BootedSystem.PATIENCE)
                            .output())
                    .as("without a PATH of its own")
                    .startsWith("getty running pid=");
            assertThat(system.vm()
                            .control()
                            .execIn("getty", List.of("logs", "-n", "1", "dhcp"), BootedSystem.PATIENCE)
                            .output())
                    .startsWith("eth0: ");
        }
    }

    @Test
    void theOwnerOfTheKeyLogsInThroughAPublishedPort() throws Exception {
        Path ssh = Files.createDirectories(folder.resolve(".ssh"));
        Path key = ssh.resolve("id_ed25519");
        assertThat(Command.run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key.toString()))
                .isEmpty();
        int port = FromHost.freePort();
        try (BootedSystem system = BootedSystem.start(
                folder, Arch.AMD64, "256M", List.of(PublishedPort.tcp(port, 22)), Path.of("examples/sshd.yml"))) {
            system.ready();

            String said = Command.run(
                    "ssh",
                    "-i",
                    key.toString(),
                    "-p",
                    Integer.toString(port),
                    "-o",
                    "BatchMode=yes",
                    "-o",
                    "StrictHostKeyChecking=no",
                    "-o",
                    "UserKnownHostsFile=/dev/null",
                    "-o",
                    "LogLevel=ERROR",
                    "-o",
                    "ConnectTimeout=120",
                    "root@127.0.0.1",
                    "id -u; hostname");

            assertThat(said).matches("0\nlamina-[0-9a-f]{12}\n");
            assertThat(Command.exitCode(
                            "ssh",
                            "-p",
                            Integer.toString(port),
                            "-i",
                            "/dev/null",
                            "-o",
                            "BatchMode=yes",
                            "-o",
                            "IdentitiesOnly=yes",
                            "-o",
                            "StrictHostKeyChecking=no",
                            "-o",
                            "UserKnownHostsFile=/dev/null",
                            "root@127.0.0.1",
                            "true"))
                    .as("without the key")
                    .isEqualTo(255);
        }
    }

    @Test
    void theWebServerAnswersOnTheHostOnArm64Too() throws Exception {
        int port = FromHost.freePort();
        try (BootedSystem system = BootedSystem.start(
                folder, Arch.ARM64, "256M", List.of(PublishedPort.tcp(port, 80)), Path.of("examples/web.yml"))) {
            system.ready();
            URLConnection connection =
                    URI.create("http://127.0.0.1:" + port + "/").toURL().openConnection();
            connection.setReadTimeout((int) BootedSystem.PATIENCE.toMillis());

            String page = new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(page).contains("<h1>Hello from a Lamina system</h1>");
            assertThat(ServiceRights.of(system, "httpd")).isEqualTo(ServiceRights.confined(65534, "400"));
        }
    }

    @Test
    void minimalBootsOnArm64() throws Exception {
        try (BootedSystem system = BootedSystem.start(folder, Arch.ARM64, "256M", List.of(), MINIMAL)) {
            system.seen(" login: ");
            assertThat(system.exec("uname -m")).isEqualTo("aarch64\n");
            assertThat(system.vm().shutdown(BootedSystem.PATIENCE).reason()).isEqualTo(VmExit.Reason.POWERED_OFF);
        }
    }

    @Test
    void examplesAreBelowTheSizeThatIsPromised() throws Exception {
        Command.Lamina build = Command.lamina(
                folder,
                "build",
                "--arch",
                "amd64",
                "--compression",
                "small",
                Conformance.checkout().resolve(MINIMAL).toString());

        assertThat(build.code()).as(build.err()).isZero();
        long bytes = Files.size(folder.resolve("minimal-kernel")) + Files.size(folder.resolve("minimal-initrd.img"));
        assertThat(bytes).isLessThanOrEqualTo(15_000_000);
    }
}
