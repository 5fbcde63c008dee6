package dev.lamina.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.GuestControl.ExecResult;
import dev.lamina.vmlaunch.PublishedPort;
import java.net.URI;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The services of the example are each in a network of their own.
final class TwoNetworksIT {
    @TempDir
    Path folder = Path.of("");

    @Test
    void oneCanBeReachedFromOutsideAndNeitherReachesTheOther() throws Exception {
        int port = FromHost.freePort();
        try (BootedSystem system = BootedSystem.start(
                folder,
                Arch.AMD64,
                "256M",
                List.of(PublishedPort.tcp(port, 80)),
                Path.of("examples/two-networks.yml"))) {
            system.ready();
            URLConnection connection =
                    URI.create("http://127.0.0.1:" + port + "/").toURL().openConnection();
            connection.setReadTimeout((int) BootedSystem.PATIENCE.toMillis());

            assertThat(new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("This page can be had from outside.");
            assertThat(system.exec("wget -qO- -T 20 http://192.168.80.2/"))
                    .contains("This page can be had in the system only.");
            assertThat(interfaces("front", system)).isEqualTo("eth0 lo ");
            assertThat(interfaces("back", system)).isEqualTo("back0 lo ");
            assertThat(system.exec("ls /sys/class/net | tr '\\n' ' '")).isEqualTo("lo toback ");
            assertThat(in("back", system, "wget -qO- -T 5 http://10.0.2.15/").output())
                    .contains("Network is unreachable");
            assertThat(in("front", system, "wget -qO- -T 5 http://192.168.80.2/")
                            .exitCode())
                    .isNotZero();
            assertThat(ServiceRights.of(system, "front")).isEqualTo(ServiceRights.confined(65534, "400"));
            assertThat(ServiceRights.of(system, "back")).isEqualTo(ServiceRights.confined(65534, "400"));
        }
    }

    private static String interfaces(String service, BootedSystem system) {
        return in(service, system, "ls /sys/class/net | tr '\\n' ' '").output();
    }

    private static ExecResult in(String service, BootedSystem system, String command) {
        return system.vm().control().execIn(service, List.of("/bin/sh", "-c", command), BootedSystem.PATIENCE);
    }
}
