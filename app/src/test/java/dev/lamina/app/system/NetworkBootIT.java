package dev.lamina.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.operation.ServeFolder;
import dev.lamina.app.operation.ServeFolder.Served;
import dev.lamina.model.conformance.Conformance;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A machine without a disk boots over the network from what `lamina serve` serves, by the boot loader iPXE of QEMU's
/// network card.
class NetworkBootIT {
    @Test
    void machineWithoutDiskBootsFromTheServer(@TempDir Path folder) throws Exception {
        Files.copy(Conformance.checkout().resolve("examples/minimal.yml"), folder.resolve("minimal.yml"));
        RawMachine.build(folder, "minimal.yml");
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try (Served served = new ServeFolder(folder).start(Path.of("."), anyPort, log)) {
            String card = "user,model=virtio-net-pci,bootfile=http://10.0.2.2:" + served.port() + "/system.ipxe";
            try (RawMachine machine = RawMachine.start(folder, "512M", List.of("-nic", card, "-boot", "n"))) {
                machine.seen("login:");
            }
        }
        assertThat(log.toString(StandardCharsets.UTF_8))
                .containsSubsequence("GET /system.ipxe", "GET /system-kernel", "GET /system-initrd.img");
    }
}
