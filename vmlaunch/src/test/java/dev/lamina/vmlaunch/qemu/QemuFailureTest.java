package dev.lamina.vmlaunch.qemu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.BootMedia;
import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.model.problem.ExternalException;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.problem.LaminaException;
import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.Accelerator;
import dev.lamina.vmlaunch.Equipment;
import dev.lamina.vmlaunch.Network;
import dev.lamina.vmlaunch.NotEnoughMemoryException;
import dev.lamina.vmlaunch.PortBusyException;
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

final class QemuFailureTest {
    private static final VmSpec SPEC = VmSpec.of(
                    "v", new BootMedia.KernelInitrd(Arch.AMD64, Path.of("/k"), Optional.empty(), ""), Path.of("/s"))
            .withPorts(List.of(PublishedPort.tcp(8080, 80), PublishedPort.parse("8080:53/udp")))
            .withEquipment(Equipment.NONE.withDevices(List.of("mine,x=1")));

    /// What QEMU 7.2 and 10 print.
    static Stream<Arguments> sayings() {
        return Stream.of(
                Arguments.of(
                        "qemu-system-x86_64: -netdev user,id=net: Could not set up host forwarding rule"
                                + " 'udp:127.0.0.1:8080-:53'\n",
                        PortBusyException.class,
                        "port 127.0.0.1:8080/udp is in use by another program",
                        "publish another port, for example --publish 18080:53"),
                Arguments.of(
                        "qemu-system-x86_64: cannot set up guest memory 'pc.ram': Cannot allocate memory\n",
                        NotEnoughMemoryException.class,
                        "the system refused 512 MiB of memory for the machine",
                        "give it less with --mem"),
                Arguments.of(
                        "Could not access KVM kernel module: Permission denied\n"
                                + "qemu-system-x86_64: -accel kvm: failed to initialize kvm: Permission denied\n",
                        AcceleratorException.class,
                        "the accelerator kvm cannot be used: Could not access KVM",
                        "use --accel auto or --accel tcg"),
                Arguments.of(
                        "qemu-system-x86_64: -accel whpx: invalid accelerator whpx\n",
                        AcceleratorException.class,
                        "the accelerator kvm cannot be used: invalid accelerator whpx",
                        "use --accel auto or --accel tcg"),
                Arguments.of(
                        "qemu-system-x86_64: -device virtio-blk-pci,drive=disk0: Failed to get \"write\" lock\n"
                                + "Is another process using the image [/d/a.raw]?\n",
                        EnvironmentException.class,
                        "a disk of the machine is in use by another one",
                        "stop the other machine first"),
                Arguments.of(
                        "gtk initialization failed\n",
                        EnvironmentException.class,
                        "QEMU cannot open a window here: gtk initialization failed",
                        "start it from a desktop, with the package qemu-system-gui on Debian; or leave out --gui"),
                Arguments.of(
                        "qemu: could not load kernel '/k': not an ELF\n",
                        InputException.class,
                        "QEMU cannot start the kernel: could not load kernel '/k': not an ELF",
                        "check that it is whole, and a kernel for amd64"),
                Arguments.of(
                        "qemu: invalid kernel header\n",
                        InputException.class,
                        "QEMU cannot start the kernel: invalid kernel header",
                        "check that it is whole, and a kernel for amd64"),
                Arguments.of(
                        "qemu-system-x86_64: -drive file=/d,,1,format=qcow2,if=none,id=disk0: Image is not in qcow2"
                                + " format\n",
                        InputException.class,
                        "QEMU cannot read the disk /d,1 as qcow2: Image is not in qcow2 format",
                        "check that it is whole, and that its name or ,format= says its real format"),
                Arguments.of(
                        "qemu-system-x86_64: -drive file=/d,format=raw,if=none,id=disk0: Could not open '/d':"
                                + " Permission denied\n",
                        InputException.class,
                        "QEMU cannot read the disk /d as raw: Could not open '/d': Permission denied",
                        "check its permissions"),
                Arguments.of(
                        "qemu-system-x86_64: -device mine,x=1: 'mine' is not a valid device model name\n",
                        InputException.class,
                        "QEMU does not take --device mine,x=1: 'mine' is not a valid device model name",
                        "'qemu-system-x86_64 -device help' lists the drivers, '-device DRIVER,help' the properties of"
                                + " one"),
                Arguments.of(
                        "qemu-system-x86_64: -device virtio-9p-pci,fsdev=share0: 'virtio-9p-pci' is not a valid device"
                                + " model name\n",
                        EnvironmentException.class,
                        "this QEMU cannot run the machine: -device virtio-9p-pci,fsdev=share0: 'virtio-9p-pci' is not a"
                                + " valid device model name",
                        "install QEMU 6.2 or newer"),
                Arguments.of(
                        "/usr/bin/qemu-system-x86_64: -object rng-builtin,id=rng: Parameter 'qom-type' is unexpected\n",
                        EnvironmentException.class,
                        "this QEMU cannot run the machine: -object rng-builtin,id=rng: Parameter 'qom-type' is"
                                + " unexpected",
                        "install QEMU 6.2 or newer"),
                Arguments.of(
                        "warning: whatever\n\nqemu-system-x86_64: \033[31msomething new\n\n",
                        ExternalException.class,
                        "QEMU ended before the machine ran (exit code 7): [31msomething new",
                        null),
                Arguments.of("", ExternalException.class, "QEMU ended before the machine ran (exit code 7)", null));
    }

    @ParameterizedTest
    @MethodSource("sayings")
    void whatQemuSaysBecomesOneClearError(
            String output, Class<? extends LaminaException> type, String message, String hint) {
        LaminaException error = QemuFailure.explain(SPEC, Accelerator.KVM, 7, output);
        assertThat(error).isExactlyInstanceOf(type).hasMessage(message);
        assertThat(error.hint()).isEqualTo(Optional.ofNullable(hint));
    }

    @Test
    void networksOfTheHostAreExplainedByTheirName() {
        LaminaException tap = network(
                new Network.Tap("tap7"),
                "-netdev tap,id=net,ifname=tap7,script=no,downscript=no: could not open /dev/net/tun: Permission"
                        + " denied");
        LaminaException bridge =
                network(new Network.Bridge("br7"), "-netdev bridge,id=net,br=br7: bridge helper failed");

        assertThat(tap)
                .isExactlyInstanceOf(EnvironmentException.class)
                .hasMessage("the TAP device tap7 cannot be opened: could not open /dev/net/tun: Permission denied");
        assertThat(tap.hint()).contains("make it for yourself: sudo ip tuntap add dev tap7 mode tap user $USER");
        assertThat(bridge).hasMessage("QEMU's helper does not add the machine to the bridge br7: bridge helper failed");
        assertThat(bridge.hint())
                .contains("check that 'ip link show br7' knows it, and that /etc/qemu/bridge.conf has the line 'allow"
                        + " br7'");
    }

    private static LaminaException network(Network network, String said) {
        VmSpec spec = VmSpec.of("v", SPEC.media(), Path.of("/s")).withEquipment(Equipment.NONE.withNetwork(network));
        return QemuFailure.explain(spec, Accelerator.KVM, 1, "qemu-system-x86_64: " + said + "\n");
    }

    @Test
    void aPortThatIsNotOursIsNoReasonToBlameOurs() {
        String output = "qemu-system-x86_64: Could not set up host forwarding rule 'tcp:127.0.0.1:9-:9'\n";
        assertThat(QemuFailure.explain(SPEC, Accelerator.TCG, 1, output))
                .isExactlyInstanceOf(ExternalException.class)
                .hasMessage("QEMU ended before the machine ran (exit code 1): Could not set up host forwarding rule"
                        + " 'tcp:127.0.0.1:9-:9'");
    }

    @Test
    void numbersBeyondAllBoundsAreNoCrash() {
        String output = "host forwarding rule 'tcp:127.0.0.1:99999999999999999999-:9'";
        assertThat(QemuFailure.explain(SPEC, Accelerator.TCG, 1, output)).isExactlyInstanceOf(ExternalException.class);
    }
}
