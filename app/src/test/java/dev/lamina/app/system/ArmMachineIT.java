package dev.lamina.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.operation.MachineOptions;
import dev.lamina.app.testing.Needed;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.ByteSize;
import dev.lamina.vmlaunch.AcceleratorChoice;
import dev.lamina.vmlaunch.Equipment;
import dev.lamina.vmlaunch.PrivateNetwork;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A machine of another architecture has the same parts.
final class ArmMachineIT {
    @TempDir
    Path folder = Path.of("");

    @Test
    void manyProcessorsATpmAPrivateNetworkAndSnapshots() throws Exception {
        Needed.program("qemu-system-aarch64");
        Needed.program("swtpm");
        Path document = Files.writeString(folder.resolve("arm.yml"), BootedSystem.BASE);
        Equipment equipment =
                Equipment.NONE.withTpm().withUsb().withPrivateNetworks(List.of(PrivateNetwork.named("arm")));
        MachineOptions machine = new MachineOptions(
                        9, ByteSize.parse("256M"), List.of(), List.of(), AcceleratorChoice.TCG, "")
                .withEquipment(equipment);

        try (BootedSystem system = BootedSystem.start(machine, Arch.ARM64, document)) {
            system.ready();

            assertThat(system.exec("uname -m; nproc; cat /sys/class/tpm/tpm0/tpm_version_major"))
                    .isEqualTo("aarch64\n9\n2\n");
            assertThat(system.exec("ls /sys/class/net")).isEqualTo("eth0\neth1\nlo\n");
            system.vm().snapshots().save("clean");
            system.exec("echo later >/run/note");
            system.vm().snapshots().restore("clean");
            assertThat(system.exec("ls /run/note 2>/dev/null || echo gone")).isEqualTo("gone\n");
        }
    }
}
