package dev.lamina.app.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.app.operation.DiskRequest;
import dev.lamina.app.operation.MachineOptions;
import dev.lamina.app.testing.Needed;
import dev.lamina.assembler.io.ByteSource;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.value.ByteSize;
import dev.lamina.vmlaunch.AcceleratorChoice;
import dev.lamina.vmlaunch.Equipment;
import dev.lamina.vmlaunch.Network;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What options of `lamina run` do, as the guest sees it.
final class EquipmentIT {
    private static final String TOLD = BootedSystem.BASE + """
        onboot:
          - {name: metadata, image: lamina/metadata}
        """;

    @TempDir
    Path folder = Path.of("");

    private static MachineOptions machine(Equipment equipment, String... disks) {
        return new MachineOptions(
                        1,
                        ByteSize.parse("256M"),
                        List.of(disks).stream().map(DiskRequest::parse).toList(),
                        List.of(),
                        AcceleratorChoice.TCG,
                        "")
                .withEquipment(equipment);
    }

    @Test
    void dataADiskAUsbControllerAndADeviceAreThere() throws Exception {
        Path state = folder.resolve("state");
        Files.createDirectory(state);
        Files.writeString(state.resolve("mac-addr"), "02:11:22:33:44:55");
        String data = "{\"hostname\": {\"content\": \"told\"}}";
        MachineOptions machine = machine(
                        Equipment.NONE.withUsb().withDevices(List.of("virtio-balloon-pci,id=balloon")), "size=4M")
                .withData(ByteSource.of(data.getBytes(StandardCharsets.UTF_8)))
                .withState(Optional.of(state.toString()));
        Path document = Files.writeString(folder.resolve("told.yml"), TOLD);

        try (BootedSystem system = BootedSystem.start(machine, document)) {
            system.ready();

            assertThat(system.exec("hostname; cat /run/config/userdata")).isEqualTo("told\n" + data);
            assertThat(system.exec("cat /sys/block/sr0/ro /sys/block/vda/size /sys/class/net/eth0/address"))
                    .isEqualTo("1\n8192\n02:11:22:33:44:55\n");
            // PCI classes: a USB controller with xHCI; the balloon of virtio.
            assertThat(system.exec("cat /sys/bus/pci/devices/*/class /sys/bus/pci/devices/*/device"))
                    .contains("0x0c0330\n", "0x1002\n");
        }
        assertThat(state.resolve("disk.img")).hasSize(4 << 20);
    }

    @Test
    void aMachineWithoutANetworkHasNoCard() throws Exception {
        Path document = Files.writeString(folder.resolve("alone.yml"), BootedSystem.BASE);

        try (BootedSystem system =
                BootedSystem.start(machine(Equipment.NONE.withNetwork(new Network.None())), document)) {
            system.ready();

            assertThat(system.exec("ls /sys/class/net")).isEqualTo("lo\n");
        }
    }

    @Test
    void aFolderOfTheHostIsThere() throws Exception {
        Needed.file("virtiofsd", "/usr/libexec/virtiofsd", "/usr/lib/qemu/virtiofsd", "/usr/lib/virtiofsd");
        Path shared = Files.createDirectory(folder.resolve("shared"));
        Files.writeString(shared.resolve("hello"), "from the host\n");
        Path document = Files.writeString(
                folder.resolve("sharing.yml"), BootedSystem.BASE.replace("lamina/kernel", "lamina/kernel-generic"));

        try (BootedSystem system = BootedSystem.start(machine(Equipment.NONE.withShares(List.of(shared))), document)) {
            system.ready();

            assertThat(system.exec(
                            "mkdir /run/shared && mount -t virtiofs virtiofs0 /run/shared && cat /run/shared/hello"
                                    + " && echo from the guest >/run/shared/answer && umount /run/shared"))
                    .isEqualTo("from the host\n");
            noSnapshots(system);
        }
        assertThat(shared.resolve("answer")).hasContent("from the guest\n");
    }

    private static void noSnapshots(BootedSystem system) {
        assertThatThrownBy(() -> system.vm().snapshots().save("clean"))
                .isInstanceOf(InputException.class)
                .hasMessage("a machine that shares folders with the host keeps no snapshots");
        assertThat(system.exec("echo goes on")).isEqualTo("goes on\n");
    }

    /// virtiofsd takes no comma; where there is no virtiofsd it is the same for every folder.
    @Test
    void aFolderThatVirtiofsdDoesNotTakeIsThereAs9p() throws Exception {
        Path shared = Files.createDirectory(folder.resolve("shared, really"));
        Files.writeString(shared.resolve("hello"), "from the host\n");
        Path document = Files.writeString(
                folder.resolve("sharing.yml"), BootedSystem.BASE.replace("lamina/kernel", "lamina/kernel-generic"));

        try (BootedSystem system = BootedSystem.start(machine(Equipment.NONE.withShares(List.of(shared))), document)) {
            system.ready();

            assertThat(system.exec("mkdir /run/shared && mount -t 9p -o trans=virtio virtiofs0 /run/shared"
                            + " && cat /run/shared/hello && echo from the guest >/run/shared/answer"))
                    .isEqualTo("from the host\n");
            noSnapshots(system);
        }
        assertThat(shared.resolve("answer")).hasContent("from the guest\n");
    }

    @Test
    void aTpmIsThereAndKeepsWhatItIsTold() throws Exception {
        Needed.program("swtpm");
        Path document = Files.writeString(folder.resolve("tpm.yml"), BootedSystem.BASE);
        MachineOptions machine = machine(Equipment.NONE.withTpm())
                .withState(Optional.of(folder.resolve("state").toString()));

        try (BootedSystem system = BootedSystem.start(machine, document)) {
            system.ready();

            assertThat(system.exec("cat /sys/class/tpm/tpm0/tpm_version_major")).isEqualTo("2\n");
            assertThat(system.exec("wc -c </dev/tpm0 2>/dev/null || test -c /dev/tpm0 && echo it is there"))
                    .contains("it is there");
            system.vm().snapshots().save("clean");
            system.vm().snapshots().restore("clean");
            assertThat(system.exec("cat /sys/class/tpm/tpm0/tpm_version_major")).isEqualTo("2\n");
        }
        assertThat(folder.resolve("state/tpm")).isNotEmptyDirectory();
    }
}
