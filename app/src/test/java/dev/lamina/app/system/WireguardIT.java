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
import java.util.function.UnaryOperator;
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

    @Test
    void membersReachEachOtherThroughTheGateway() throws Exception {
        int port = freePort();
        PublishedPort published = new PublishedPort(PublishedPort.LOOPBACK, port, 51820, Protocol.UDP);
        Path first = member("first.yml", port, text -> text);
        Path second = member(
                "second.yml",
                port,
                text -> text.replace(
                                "6F5vbdDc0KIxkGqAg5px80IV60V0d6keUtW8ugPey1w=",
                                "yJZWSusf1lBGM3e7kC80bnRH1APAZ8eEkFe7vrb06UM=")
                        .replace("192.168.70.2/24", "192.168.70.3/24"));
        try (BootedSystem gateway = BootedSystem.start(
                        folder, Arch.AMD64, "256M", List.of(published), example("wireguard-gateway.yml", port));
                BootedSystem one = BootedSystem.start(folder, Arch.AMD64, "256M", List.of(), first);
                BootedSystem two = BootedSystem.start(folder, Arch.AMD64, "256M", List.of(), second)) {
            gateway.ready();
            one.ready();
            two.ready();

            assertThat(one.exec("until wget -qO- -T 5 http://192.168.70.1/; do sleep 0.5; done"))
                    .contains("<code>httpd</code>");
            assertThat(two.exec("until ping -c 1 -w 5 192.168.70.1 >/dev/null; do sleep 0.5; done; echo there"))
                    .contains("there");
            assertThat(one.exec("ping -c 3 -w 30 192.168.70.3")).contains(" 0% packet loss", "ttl=63");
            assertThat(two.exec("ping -c 3 -w 30 192.168.70.2")).contains(" 0% packet loss", "ttl=63");
            assertThat(wg(gateway, "show wg0 peers").lines()).hasSize(2);
        }
    }

    /// A system that has all of the private network behind the gateway.
    private Path member(String name, int port, UnaryOperator<String> change) throws IOException {
        String text = Files.readString(example("wireguard-b.yml", port));
        return Files.writeString(
                folder.resolve(name),
                change.apply(text.replace("AllowedIPs = 192.168.70.1/32", "AllowedIPs = 192.168.70.0/24")));
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
