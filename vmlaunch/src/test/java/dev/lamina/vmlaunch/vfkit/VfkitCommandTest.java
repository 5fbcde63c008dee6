package dev.lamina.vmlaunch.vfkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.model.problem.InputException;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.DiskFormat;
import dev.lamina.vmlaunch.AcceleratorChoice;
import dev.lamina.vmlaunch.Disk;
import dev.lamina.vmlaunch.Equipment;
import dev.lamina.vmlaunch.PublishedPort;
import dev.lamina.vmlaunch.Uefi;
import dev.lamina.vmlaunch.VmSpec;
import dev.lamina.vmlaunch.host.HostSystem.Os;
import dev.lamina.vmlaunch.testing.Golden;
import dev.lamina.vmlaunch.testing.SpecTable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The command lines are golden files; one that changed is to be read, not recorded away.
final class VfkitCommandTest {
    private static final VfkitHypervisor VFKIT = Fakes.on(Os.LINUX, Arch.AMD64, Map.of());
    private static final VmSpec PLAIN = SpecTable.spec(SpecTable.direct(Arch.ARM64, "quiet"));

    @ParameterizedTest
    @EnumSource(
            value = Arch.class,
            names = {"AMD64", "ARM64"})
    void kernelsOfBothMacs(Arch arch) {
        SpecTable.of(arch).forEach((name, spec) -> check(arch + "-" + name, spec));
    }

    @Test
    void disksAndCdsBootByAFirmwareOfItsOwn() {
        SpecTable.firmware(Arch.ARM64, new Uefi(Optional.empty())).forEach(VfkitCommandTest::check);
    }

    @Test
    void sharedFolders() {
        check("shares", PLAIN.withEquipment(Equipment.NONE.withShares(List.of(Path.of("/home/a"), Path.of("/b")))));
    }

    private static void check(String name, VmSpec spec) {
        Golden.assertMatches("vfkit/" + name + ".txt", SpecTable.lines(VFKIT.commandLine(spec)));
    }

    static Stream<Arguments> lacking() {
        Equipment none = Equipment.NONE;
        return Stream.of(
                Arguments.of(PLAIN.withPorts(List.of(PublishedPort.tcp(8080, 80))), "publishes no ports"),
                Arguments.of(PLAIN.withAccelerator(AcceleratorChoice.TCG), "runs guests with hvf, not with tcg"),
                Arguments.of(
                        PLAIN.withDisks(List.of(Disk.qcow2(Path.of("/d/a.qcow2")))),
                        "reads raw disks only, and /d/a.qcow2 is qcow2"),
                Arguments.of(
                        PLAIN.withDisks(List.of(new Disk(Path.of("/d/a.raw"), DiskFormat.RAW, true))),
                        "has no read-only disks"),
                Arguments.of(PLAIN.withEquipment(none.withUsb()), "passes no USB devices on"),
                Arguments.of(
                        PLAIN.withEquipment(none.withUefi(new Uefi(Optional.of(Path.of("/fw"))))),
                        "has a firmware of its own"),
                Arguments.of(
                        PLAIN.withExtraCmdline("a=\"b c\""),
                        "cannot pass on a '\"' in the kernel's command line or a path"));
    }

    @ParameterizedTest
    @MethodSource("lacking")
    void whatItLacksIsSaidWithAWayOut(VmSpec spec, String what) {
        assertThatThrownBy(() -> VFKIT.commandLine(spec))
                .isInstanceOf(InputException.class)
                .hasMessage("vfkit " + what)
                .extracting(e -> ((InputException) e).hint().orElse(""))
                .asString()
                .contains("take --backend qemu");
    }
}
