package dev.lamina.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.conformance.Conformance;
import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.PublishedPort;
import dev.lamina.vmlaunch.PublishedPort.Protocol;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two systems talk over WireGuard: those of the examples, on a port that is free here.
final class WireguardIT {
    @TempDir
    Path folder = Path.of("");

    private static int freePort() throws IOException {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private Path example(String name, int port) throws IOException {
        String text =
                Files.readString(Conformance.checkout().resolve("examples").resolve(name));
        String endpoint = "10.0.2.2:51820";
        return Files.writeString(folder.resolve(name), text.replace(endpoint, "10.0.2.2:" + port));
    }

    @Test
    void twoSystemsExchangePacketsThatNobodyElseCanRead() throws Exception {
        int port = freePort();
        PublishedPort published = new PublishedPort(PublishedPort.LOOPBACK, port, 51820, Protocol.UDP);
        try (BootedSystem one = BootedSystem.start(
                        folder, Arch.AMD64, "256M", List.of(published), example("wireguard-a.yml", port));
                BootedSystem two =
                        BootedSystem.start(folder, Arch.AMD64, "256M", List.of(), example("wireguard-b.yml", port))) {
            one.ready();
            two.ready();

            assertThat(two.exec("until wget -qO- -T 5 http://192.168.70.1/; do sleep 0.5; done"))
                    .contains("<code>httpd</code>");
            assertThat(two.exec("ping -c 3 -w 30 192.168.70.1")).contains(" 0% packet loss");
            assertThat(one.exec("ping -c 3 -w 30 192.168.70.2")).contains(" 0% packet loss");
            assertThat(wg(two, "show wg0 endpoints")).endsWith("\t10.0.2.2:" + port + "\n");
            assertThat(transferred(two)).isGreaterThan(500);
            assertThat(transferred(one)).isGreaterThan(500);
            assertThat(ServiceRights.of(two, "wireguard")).isEqualTo(ServiceRights.confined(0, "1000"));
            assertThat(one.exec("wget -qO- -T 5 http://10.0.2.15/ 2>&1 || true"))
                    .contains("Connection refused");

            two.exec("service stop wireguard && ! ip link show wg0 2>/dev/null");
        }
    }

    private static String wg(BootedSystem system, String words) {
        return system.vm()
                .control()
                .execIn("wireguard", List.of("/bin/sh", "-c", "wg " + words), BootedSystem.PATIENCE)
                .output();
    }

    /// Bytes received from the peer.
    private static long transferred(BootedSystem system) {
        return Long.parseLong(wg(system, "show wg0 transfer").strip().split("\t")[1]);
    }
}
