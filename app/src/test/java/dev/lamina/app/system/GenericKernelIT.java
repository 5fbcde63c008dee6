package dev.lamina.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.RandomAccessFile;
import java.net.SocketException;
import java.net.URI;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The kernel for real machines drives devices that real machines have.
final class GenericKernelIT {
    private static final String SYSTEM = """
            kernel:
              image: lamina/kernel-generic
              cmdline: "console=ttyS0 quiet lamina.events=console"
            init: [lamina/init, lamina/runtime]
            onboot:
              - {name: dhcp, image: lamina/dhcp}
              # Mounts a folder of the host, and writes there which devices were found.
              - name: share
                image: lamina/mount
                net: host
                command:
                  - /bin/sh
                  - -c
                  - |
                    mkdir -p /var/share && mount -t 9p -o trans=virtio share /var/share || exit 1
                    until [ -e /sys/block/sda/size ]; do sleep 0.2; done
                    cd /var/share
                    readlink -f /sys/block/sda | grep -o usb | head -n 1 >found
                    cat /sys/block/sda/size >>found
                    basename "$(readlink /sys/class/net/eth0/device/driver)" >>found
            services:
              - name: httpd
                image: lamina/httpd
                binds: ["/var/share:/var/www:ro"]
            """;

    @TempDir
    Path folder = Path.of("");

    private List<String> devices(int port) {
        return List.of(
                "-netdev",
                "user,id=net,hostfwd=tcp:127.0.0.1:" + port + "-:80",
                "-device",
                "e1000,netdev=net,romfile=",
                "-fsdev",
                "local,path=share,security_model=none,id=share",
                "-device",
                "virtio-9p-pci,fsdev=share,mount_tag=share",
                "-device",
                "qemu-xhci",
                "-drive",
                "if=none,id=stick,format=raw,file=stick.img",
                "-device",
                "usb-storage,drive=stick");
    }

    /// A service has been started before it listens, and until then QEMU resets the connections that it leads there.
    private static String page(int port) throws Exception {
        long end = System.nanoTime() + BootedSystem.PATIENCE.toNanos();
        while (true) {
            try {
                URLConnection connection =
                        URI.create("http://127.0.0.1:" + port + "/").toURL().openConnection();
                connection.setReadTimeout((int) BootedSystem.PATIENCE.toMillis());
                return new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            } catch (SocketException e) {
                assertThat(System.nanoTime()).as(e.toString()).isLessThan(end);
                Thread.sleep(200); // this machine has no channel by which it could tell
            }
        }
    }

    @Test
    void itDrivesAnIntelNetworkCardAUsbDiskAndAFolderOfTheHost() throws Exception {
        int port = FromHost.freePort();
        Files.writeString(folder.resolve("system.yml"), SYSTEM);
        Path share = Files.createDirectories(folder.resolve("share"));
        Files.writeString(share.resolve("index.html"), "from the host's folder");
        try (RandomAccessFile stick =
                new RandomAccessFile(folder.resolve("stick.img").toFile(), "rw")) {
            stick.setLength(1 << 20);
        }
        try (RawMachine machine = RawMachine.start(folder, "system.yml", "384M", devices(port))) {
            machine.seen("\"event\":\"ready\"");

            assertThat(page(port)).isEqualTo("from the host's folder");
            assertThat(share.resolve("found")).hasContent("usb\n2048\ne1000\n");

            machine.pressPowerButtonUntilOff();
        }
    }
}
