package dev.lamina.vmlaunch.hyperkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.model.problem.InputException;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.DiskFormat;
import dev.lamina.vmlaunch.CommandLine;
import dev.lamina.vmlaunch.Disk;
import dev.lamina.vmlaunch.Equipment;
import dev.lamina.vmlaunch.Uefi;
import dev.lamina.vmlaunch.VmSpec;
import dev.lamina.vmlaunch.host.HostSystem.Os;
import dev.lamina.vmlaunch.testing.Golden;
import dev.lamina.vmlaunch.testing.SpecTable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The command lines are golden files; one that changed is to be read, not recorded away.
final class HyperkitCommandTest {
    private static final HyperkitHypervisor HYPERKIT = Fakes.on(Os.LINUX, Arch.AMD64, Map.of());
    private static final VmSpec PLAIN = SpecTable.spec(SpecTable.direct(Arch.AMD64, "quiet"));

    @Test
    void kernels() {
        SpecTable.of(Arch.AMD64).forEach(HyperkitCommandTest::check);
    }

    @Test
    void disksAndCdsBootByAFirmwareThatIsGiven() {
        SpecTable.firmware(Arch.AMD64, new Uefi(Optional.of(Path.of("/fw/UEFI.fd"))))
                .forEach(HyperkitCommandTest::check);
    }

    @Test
    void aReadOnlyDisk() {
        check("read-only", PLAIN.withDisks(List.of(new Disk(Path.of("/d/a.raw"), DiskFormat.RAW, true))));
    }

    @Test
    void rootHasANetworkCard() {
        check("privileged", HyperkitCommand.of("hyperkit", PLAIN, true, UnaryOperator.identity()));
    }

    private static void check(String name, VmSpec spec) {
        check(name, HYPERKIT.commandLine(spec));
    }

    private static void check(String name, CommandLine command) {
        Golden.assertMatches("hyperkit/" + name + ".txt", SpecTable.lines(command));
    }

    @Test
    void whatItLacksIsSaidWithAWayOut() {
        refused(PLAIN.withEquipment(Equipment.NONE.withShares(List.of(Path.of("/s")))), "shares no folders");
        refused(
                SpecTable.firmware(Arch.AMD64, new Uefi(Optional.empty())).get("disk"),
                "has no firmware for disks and CDs");
        refused(PLAIN.withEquipment(Equipment.NONE.withUsb()), "passes no USB devices on");
    }

    private static void refused(@Nullable VmSpec spec, String what) {
        assertThatThrownBy(() -> HYPERKIT.commandLine(Objects.requireNonNull(spec)))
                .isInstanceOf(InputException.class)
                .hasMessage("HyperKit " + what);
    }
}
