package dev.lamina.vmlaunch.qemu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.model.BootMedia;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.DiskFormat;
import dev.lamina.vmlaunch.Accelerator;
import dev.lamina.vmlaunch.AcceleratorChoice;
import dev.lamina.vmlaunch.CommandLine;
import dev.lamina.vmlaunch.Disk;
import dev.lamina.vmlaunch.Equipment;
import dev.lamina.vmlaunch.PrivateNetwork;
import dev.lamina.vmlaunch.PublishedPort;
import dev.lamina.vmlaunch.VmSpec;
import dev.lamina.vmlaunch.testing.Golden;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The command lines are golden files; one that changed is to be read, not recorded away.
final class QemuCommandTest {
    private static final Channels SOCKETS = Channels.in(Path.of("/run/vm"));
    private static final Channels TCP = new Channels(
            "host=127.0.0.1,port=1", "host=127.0.0.1,port=2", "host=127.0.0.1,port=3", "host=127.0.0.1,port=4");

    static Stream<Arguments> machines() {
        return Arrays.stream(Arch.values())
                .flatMap(arch ->
                        Arrays.stream(Accelerator.values()).map(accelerator -> Arguments.of(arch, accelerator)));
    }

    @ParameterizedTest
    @MethodSource("machines")
    void everyMachineWithEveryAccelerator(Arch arch, Accelerator accelerator) {
        check("qemu/" + arch + "-" + accelerator + ".txt", spec(arch), accelerator, SOCKETS);
    }

    @Test
    void disksPortsMemoryAndProcessors() {
        VmSpec spec = spec(Arch.AMD64)
                .withCpus(4)
                .withMemory(1025 * VmSpec.MIB + 1)
                .withDisks(List.of(
                        Disk.raw(Path.of("/d/a.raw")),
                        Disk.qcow2(Path.of("/d/b.qcow2")),
                        new Disk(Path.of("/d/c.raw"), DiskFormat.RAW, true)))
                .withPorts(List.of(PublishedPort.tcp(8080, 80), PublishedPort.parse("0.0.0.0:5353:53/udp")))
                .withExtraCmdline("debug  lamina.events=console");
        check("qemu/everything.txt", spec, Accelerator.KVM, SOCKETS);
    }

    @Test
    void disksAndPortsOfTheMachineWithoutPci() {
        VmSpec spec = spec(Arch.S390X)
                .withDisks(List.of(Disk.qcow2(Path.of("/d/b.qcow2"))))
                .withPorts(List.of(PublishedPort.tcp(2222, 22)));
        check("qemu/s390x-disk.txt", spec, Accelerator.TCG, SOCKETS);
    }

    @Test
    void cardsInPrivateNetworks() {
        List<PrivateNetwork> networks =
                List.of(PrivateNetwork.named("lab").withMac("02:00:00:00:00:01"), PrivateNetwork.named("back"));
        for (Arch arch : List.of(Arch.AMD64, Arch.S390X)) {
            VmSpec spec = spec(arch).withEquipment(Equipment.NONE.withPrivateNetworks(networks));
            check("qemu/private-networks-" + arch + ".txt", spec, Accelerator.TCG, SOCKETS);
        }
    }

    @Test
    void manyProcessorsOfArmNeedAnotherInterruptController() {
        List<String> many = QemuCommand.of("qemu", spec(Arch.ARM64).withCpus(9), Accelerator.TCG, SOCKETS)
                .argv();
        List<String> riscv = QemuCommand.of("qemu", spec(Arch.RISCV64).withCpus(9), Accelerator.TCG, SOCKETS)
                .argv();

        assertThat(many).containsSequence("-machine", "virt,gic-version=max");
        assertThat(riscv).containsSequence("-machine", "virt");
    }

    @ParameterizedTest
    @CsvSource({"7.2.22, max", "10.1.3, max", "10.2, host", "11.0.0, host", "unknown, host"})
    void theProcessorOfWindowsDependsOnTheVersion(String version, String cpu) {
        QemuBinary qemu = new QemuBinary(Path.of("qemu.exe"), version, 0);

        assertThat(QemuCommand.of(qemu, spec(Arch.AMD64), Accelerator.WHPX, TCP, Attachments.NONE)
                        .argv())
                .containsSequence("-cpu", cpu);
        assertThat(QemuCommand.of(qemu, spec(Arch.AMD64), Accelerator.KVM, SOCKETS, Attachments.NONE)
                        .argv())
                .containsSequence("-cpu", "host");
    }

    /// As they are started there: Apple's accelerator with sockets, and on Windows all over TCP.
    @Test
    void hostsOtherThanLinux() {
        VmSpec spec = spec(Arch.ARM64)
                .withDisks(List.of(Disk.qcow2(Path.of("/d/b.qcow2"))))
                .withEquipment(Equipment.NONE.withUsb().withPrivateNetworks(List.of(PrivateNetwork.named("lab"))));
        FirmwareFiles firmware = new FirmwareFiles(
                Path.of("/opt/homebrew/share/qemu/edk2-aarch64-code.fd"), Optional.of(Path.of("/state/web/vars.fd")));
        Attachments mac = new Attachments(
                Optional.of(firmware),
                List.of(new Share.Plan9(Path.of("/Users/me/src"))),
                Optional.of(Path.of("/tmp/lamina-1/sock")));
        CommandLine onMac = QemuCommand.of("qemu-system-aarch64", spec, Accelerator.HVF, SOCKETS, mac);
        CommandLine onWindows = QemuCommand.of(
                "qemu-system-x86_64.exe",
                spec(Arch.AMD64).withEquipment(spec.equipment()).withPorts(List.of(PublishedPort.tcp(8080, 80))),
                Accelerator.WHPX,
                TCP);

        Golden.assertMatches("qemu/host-macos.txt", readable(onMac));
        Golden.assertMatches("qemu/host-windows.txt", readable(onWindows));
    }

    @Test
    void channelsOverTcp() {
        check("qemu/tcp-channels.txt", spec(Arch.AMD64), Accelerator.WHPX, TCP);
    }

    @Test
    void commasInPathsAreDoubledWhereOptionsHaveCommas() {
        VmSpec spec = VmSpec.of("v", media(Arch.AMD64, "/k,1/kernel", Optional.empty(), ""), Path.of("/s"))
                .withDisks(List.of(Disk.raw(Path.of("/d,1/a,b.raw"))));
        check("qemu/commas.txt", spec, Accelerator.TCG, Channels.in(Path.of("/run/v,m")));
    }

    @Test
    void aLineBreakInAPathIsRefused() {
        VmSpec spec = spec(Arch.AMD64).withDisks(List.of(Disk.raw(Path.of("/d/a\nb.raw"))));
        assertThatThrownBy(() -> QemuCommand.of("qemu", spec, Accelerator.TCG, SOCKETS))
                .isInstanceOf(InputException.class)
                .hasMessage("QEMU takes no line breaks in '/d/a b.raw'");
    }

    @Test
    void whatIsShownIsWhatWouldBeStarted(@org.junit.jupiter.api.io.TempDir Path cache) {
        QemuHypervisor qemu = new QemuHypervisor(new QemuSettings(Optional.empty(), Optional.empty(), Map.of(), cache));
        VmSpec spec = spec(Arch.ARM64);
        Channels placeholders = Channels.in(Path.of("RUNTIME_DIR"));
        assertThat(qemu.commandLine(spec))
                .isEqualTo(QemuCommand.of("qemu-system-aarch64", spec, Accelerator.TCG, placeholders));
        assertThat(qemu.commandLine(spec.withAccelerator(AcceleratorChoice.HVF)))
                .isEqualTo(QemuCommand.of(
                        "qemu-system-aarch64",
                        spec.withAccelerator(AcceleratorChoice.HVF),
                        Accelerator.HVF,
                        placeholders));
        assertThat(cache).isEmptyDirectory();
    }

    private static VmSpec spec(Arch arch) {
        BootMedia media = media(arch, "/images/kernel", Optional.of(Path.of("/images/initrd.img")), "quiet");
        return VmSpec.of("web", media, Path.of("/state/web"));
    }

    private static BootMedia media(Arch arch, String kernel, Optional<Path> initrd, String cmdline) {
        return new BootMedia.KernelInitrd(arch, Path.of(kernel), initrd, cmdline);
    }

    private static void check(String golden, VmSpec spec, Accelerator accelerator, Channels channels) {
        String program = "qemu-system-" + spec.arch().machine();
        Golden.assertMatches(golden, readable(QemuCommand.of(program, spec, accelerator, channels)));
    }

    /// An option with its value on each line.
    private static String readable(CommandLine command) {
        StringBuilder text = new StringBuilder(command.argv().getFirst());
        for (String word : command.argv().subList(1, command.argv().size())) {
            text.append(word.startsWith("-") ? "\n" : " ").append(word.replace('\\', '/'));
        }
        return text.append('\n').toString();
    }
}
