package dev.lamina.vmlaunch.qemu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.model.BootMedia;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.DiskFormat;
import dev.lamina.vmlaunch.Accelerator;
import dev.lamina.vmlaunch.Disk;
import dev.lamina.vmlaunch.Equipment;
import dev.lamina.vmlaunch.Network;
import dev.lamina.vmlaunch.PublishedPort;
import dev.lamina.vmlaunch.VmSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What each piece of equipment adds to QEMU's command line.
final class QemuDevicesTest {
    private static final String CARD = "-netdev user,id=net -device virtio-net-pci,netdev=net,romfile=";
    private static final Equipment NONE = Equipment.NONE;

    static Stream<Arguments> equipment() {
        return Stream.of(
                Arguments.of(NONE, CARD),
                Arguments.of(NONE.withNetwork(new Network.None()), ""),
                Arguments.of(
                        NONE.withNetwork(new Network.Tap("tap0")).withMac("02:00:00:00:00:01"),
                        "-netdev tap,id=net,ifname=tap0,script=no,downscript=no"
                                + " -device virtio-net-pci,netdev=net,mac=02:00:00:00:00:01,romfile="),
                Arguments.of(
                        NONE.withNetwork(new Network.Bridge("br0")),
                        "-netdev bridge,id=net,br=br0 -device virtio-net-pci,netdev=net,romfile="),
                Arguments.of(
                        NONE.withCds(List.of(Path.of("/s/data.iso"), Path.of("/b,c.iso"))),
                        CARD + " -drive file=/s/data.iso,format=raw,if=none,media=cdrom,readonly=on,id=cd0"
                                + " -device ide-cd,drive=cd0"
                                + " -drive file=/b,,c.iso,format=raw,if=none,media=cdrom,readonly=on,id=cd1"
                                + " -device ide-cd,drive=cd1"),
                Arguments.of(NONE.withUsb(), CARD + " -device qemu-xhci,id=usb"),
                Arguments.of(
                        NONE.withDevices(List.of("usb-host,hostbus=1,hostaddr=2", "usb-kbd"))
                                .withUsb(),
                        CARD + " -device qemu-xhci,id=usb -device usb-host,hostbus=1,hostaddr=2 -device usb-kbd"),
                Arguments.of(NONE.withWindow(), CARD + " -device VGA"));
    }

    @ParameterizedTest
    @MethodSource("equipment")
    void equipmentBecomesDevices(Equipment equipment, String words) {
        VmSpec spec = kernel(Arch.AMD64).withEquipment(equipment);

        assertThat(String.join(" ", QemuDevices.of(spec, Attachments.NONE))).isEqualTo(words);
    }

    static Stream<Arguments> media() {
        return Stream.of(
                Arguments.of(
                        new BootMedia.DiskImage(Arch.AMD64, Path.of("/d.qcow2"), DiskFormat.QCOW2),
                        CARD + " -drive file=/d.qcow2,format=qcow2,if=none,id=boot"
                                + " -device virtio-blk-pci,drive=boot,bootindex=0"),
                Arguments.of(
                        new BootMedia.DiskImage(Arch.AMD64, Path.of("/d.vhd"), DiskFormat.VHD),
                        CARD + " -drive file=/d.vhd,format=vpc,if=none,id=boot"
                                + " -device virtio-blk-pci,drive=boot,bootindex=0"),
                Arguments.of(
                        new BootMedia.Cd(Arch.AMD64, Path.of("/d.iso")),
                        CARD + " -drive file=/d.iso,format=raw,if=none,media=cdrom,readonly=on,id=cd0"
                                + " -device ide-cd,drive=cd0,bootindex=0"),
                Arguments.of(
                        new BootMedia.Cd(Arch.ARM64, Path.of("/d.iso")),
                        CARD + " -drive file=/d.iso,format=raw,if=none,media=cdrom,readonly=on,id=cd0"
                                + " -device virtio-scsi-pci,id=scsi -device scsi-cd,drive=cd0,bootindex=0"),
                Arguments.of(
                        new BootMedia.KernelRoot(Arch.AMD64, Path.of("/k"), Path.of("/r"), ""),
                        CARD + " -drive file=/r,format=raw,if=none,id=root,readonly=on"
                                + " -device virtio-blk-pci,drive=root"));
    }

    @ParameterizedTest
    @MethodSource("media")
    void whatTheFirmwareBootsIsADevice(BootMedia media, String words) {
        VmSpec spec = VmSpec.of("v", media, Path.of("/s"));

        assertThat(String.join(" ", QemuDevices.of(spec, Attachments.NONE))).isEqualTo(words);
    }

    @Test
    void disksComeBehindTheOneThatBoots() {
        VmSpec spec = VmSpec.of("v", new BootMedia.Cd(Arch.AMD64, Path.of("/d.iso")), Path.of("/s"))
                .withDisks(List.of(Disk.raw(Path.of("/a.img"))))
                .withEquipment(NONE.withCds(List.of(Path.of("/s/data.iso"))));

        assertThat(QemuDevices.of(spec, Attachments.NONE).stream().filter(word -> word.contains("drive=")))
                .containsExactly("ide-cd,drive=cd0,bootindex=0", "virtio-blk-pci,drive=disk0", "ide-cd,drive=cd1");
    }

    @Test
    void aRootFileSystemIsNamedToTheKernelUnlessTheSystemNamesItsOwn() {
        BootMedia media = new BootMedia.KernelRoot(Arch.AMD64, Path.of("/k"), Path.of("/r"), "quiet root=/dev/vdb");
        List<String> words = QemuCommand.of(
                        "qemu", VmSpec.of("v", media, Path.of("/s")), Accelerator.KVM, Channels.in(Path.of("/run")))
                .argv();

        assertThat(words.subList(words.indexOf("-kernel"), words.indexOf("-object")))
                .containsExactly("-kernel", "/k", "-append", "root=/dev/vda quiet root=/dev/vdb console=ttyS0");
    }

    @Test
    void firmwareIsFlashMemory() {
        Attachments apart = new Attachments(
                Optional.of(new FirmwareFiles(Path.of("/f/CODE.fd"), Optional.of(Path.of("/s/vars.fd")))),
                List.of(),
                Optional.empty());
        Attachments whole = new Attachments(
                Optional.of(new FirmwareFiles(Path.of("/s/fw.fd"), Optional.empty())), List.of(), Optional.empty());

        assertThat(QemuDevices.of(kernel(Arch.AMD64), apart).subList(0, 4))
                .containsExactly(
                        "-drive",
                        "if=pflash,unit=0,format=raw,readonly=on,file=/f/CODE.fd",
                        "-drive",
                        "if=pflash,unit=1,format=raw,file=/s/vars.fd");
        assertThat(QemuDevices.of(kernel(Arch.AMD64), whole).subList(0, 2))
                .containsExactly("-drive", "if=pflash,unit=0,format=raw,file=/s/fw.fd");
    }

    @Test
    void sharedFoldersNeedMemoryThatIsShared() {
        Attachments shares =
                attachments(new Share.Virtiofs(Path.of("/run/a/fs.sock")), new Share.Virtiofs(Path.of("/run/b.sock")));
        List<String> words = QemuCommand.of(
                        "qemu", kernel(Arch.AMD64), Accelerator.KVM, Channels.in(Path.of("/run")), shares)
                .argv();

        assertThat(words)
                .containsSequence("-machine", "pc,hpet=off,vmport=off,memory-backend=ram")
                .containsSequence("-object", "memory-backend-memfd,id=ram,size=512M,share=on")
                .endsWith(
                        "-chardev",
                        "socket,id=share0,path=/run/a/fs.sock",
                        "-device",
                        "vhost-user-fs-pci,chardev=share0,tag=virtiofs0",
                        "-chardev",
                        "socket,id=share1,path=/run/b.sock",
                        "-device",
                        "vhost-user-fs-pci,chardev=share1,tag=virtiofs1");
    }

    private static Attachments attachments(Share... shares) {
        return new Attachments(Optional.empty(), List.of(shares), Optional.empty());
    }

    @Test
    void foldersThatQemuServesItselfNeedNothingElse() {
        Attachments shares = attachments(new Share.Plan9(Path.of("/home/a,b")), new Share.Plan9(Path.of("/c")));

        assertThat(QemuDevices.of(kernel(Arch.AMD64), shares))
                .endsWith(
                        "-fsdev",
                        "local,id=share0,path=/home/a,,b,security_model=none,multidevs=remap",
                        "-device",
                        "virtio-9p-pci,fsdev=share0,mount_tag=virtiofs0",
                        "-fsdev",
                        "local,id=share1,path=/c,security_model=none,multidevs=remap",
                        "-device",
                        "virtio-9p-pci,fsdev=share1,mount_tag=virtiofs1");
        assertThat(QemuCommand.of("qemu", kernel(Arch.AMD64), Accelerator.KVM, Channels.in(Path.of("/run")), shares)
                        .argv())
                .noneMatch(word -> word.contains("memory-backend"));
    }

    @Test
    void aTpmIsAProgramBehindASocket() {
        Attachments tpm = new Attachments(Optional.empty(), List.of(), Optional.of(Path.of("/run/t/sock")));
        for (Arch arch : List.of(Arch.AMD64, Arch.ARM64)) {
            assertThat(QemuDevices.of(kernel(arch), tpm))
                    .endsWith(
                            "-chardev",
                            "socket,id=tpm,path=/run/t/sock",
                            "-tpmdev",
                            "emulator,id=tpm0,chardev=tpm",
                            "-device",
                            (arch == Arch.AMD64 ? "tpm-crb" : "tpm-tis-device") + ",tpmdev=tpm0");
        }
    }

    @Test
    void aWindowTakesThePlaceOfNone() {
        VmSpec window = kernel(Arch.ARM64).withEquipment(NONE.withWindow());

        assertThat(QemuCommand.of("qemu", window, Accelerator.TCG, Channels.in(Path.of("/run")))
                        .argv())
                .doesNotContain("-display")
                .contains("virtio-gpu-pci", "virtio-keyboard-pci")
                .containsSequence("-serial", "chardev:con");
    }

    @Test
    void whatAMachineCannotHaveIsRefused() {
        assertThatThrownBy(() -> QemuDevices.of(kernel(Arch.S390X).withEquipment(NONE.withUsb()), Attachments.NONE))
                .isInstanceOf(InputException.class)
                .hasMessage("the machines of s390x have no USB");
        assertThatThrownBy(() -> NONE.withDevices(List.of("a\nb")))
                .isInstanceOf(InputException.class)
                .hasMessage("'a b' is not a device");
        assertThatThrownBy(() -> kernel(Arch.AMD64)
                        .withEquipment(NONE.withNetwork(new Network.None()))
                        .withPorts(List.of(PublishedPort.tcp(8080, 80))))
                .isInstanceOf(InputException.class)
                .hasMessage("only a machine in the network 'user' has ports to publish");
    }

    private static VmSpec kernel(Arch arch) {
        return VmSpec.of("v", new BootMedia.KernelInitrd(arch, Path.of("/k"), Optional.empty(), ""), Path.of("/s"));
    }
}
