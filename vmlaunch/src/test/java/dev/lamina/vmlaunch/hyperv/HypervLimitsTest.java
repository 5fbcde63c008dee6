package dev.lamina.vmlaunch.hyperv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.model.BootMedia;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.DiskFormat;
import dev.lamina.vmlaunch.AcceleratorChoice;
import dev.lamina.vmlaunch.Disk;
import dev.lamina.vmlaunch.Equipment;
import dev.lamina.vmlaunch.PublishedPort;
import dev.lamina.vmlaunch.Uefi;
import dev.lamina.vmlaunch.VmSpec;
import dev.lamina.vmlaunch.testing.SpecTable;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class HypervLimitsTest {
    private static final VmSpec PLAIN = SpecTable.spec(SpecTable.direct(Arch.AMD64, "quiet"));

    static Stream<Arguments> lacking() {
        Equipment none = Equipment.NONE;
        return Stream.of(
                Arguments.of(PLAIN.withPorts(List.of(PublishedPort.tcp(8080, 80))), "publishes no ports"),
                Arguments.of(PLAIN.withAccelerator(AcceleratorChoice.WHPX), "has no accelerators to choose from"),
                Arguments.of(
                        PLAIN.withDisks(List.of(Disk.qcow2(Path.of("/d/a.qcow2")))),
                        "reads VHDX and VHD disks only, and /d/a.qcow2 is qcow2"),
                Arguments.of(
                        PLAIN.withDisks(List.of(new Disk(Path.of("/d/a.img"), DiskFormat.VHDX, false))),
                        "goes by a disk's ending, and /d/a.img does not end in .vhdx"),
                Arguments.of(
                        SpecTable.spec(new BootMedia.DiskImage(Arch.AMD64, Path.of("/d/a.raw"), DiskFormat.RAW)),
                        "reads VHDX and VHD disks only, and /d/a.raw is raw"),
                Arguments.of(
                        SpecTable.spec(new BootMedia.KernelRoot(Arch.AMD64, Path.of("/k"), Path.of("/r"), "")),
                        "has no disks for a root file system by itself"),
                Arguments.of(
                        PLAIN.withEquipment(none.withCds(Collections.nCopies(64, Path.of("/d/a.iso")))),
                        "has room for 64 disks and CDs"),
                Arguments.of(PLAIN.withEquipment(none.withUsb()), "passes no USB devices on"),
                Arguments.of(PLAIN.withEquipment(none.withShares(List.of(Path.of("/s")))), "shares no folders here"),
                Arguments.of(
                        PLAIN.withEquipment(none.withUefi(new Uefi(Optional.of(Path.of("/fw"))))),
                        "has a firmware of its own"));
    }

    @ParameterizedTest
    @MethodSource("lacking")
    void whatItLacksIsSaidWithAWayOut(VmSpec spec, String what) {
        HypervHypervisor hyperv = Fakes.hyperv(new PlayedWindows());

        assertThatThrownBy(() -> hyperv.commandLine(spec))
                .isInstanceOf(InputException.class)
                .hasMessage("Hyper-V " + what)
                .extracting(e -> ((InputException) e).hint().orElse(""))
                .asString()
                .isNotBlank();
    }

    @Test
    void theDocumentIsShownLikeACommandLine() {
        assertThat(Fakes.hyperv(new PlayedWindows()).commandLine(PLAIN).argv())
                .startsWith("hcs", "create", "RUNTIME_ID")
                .hasSize(4)
                .last()
                .asString()
                .startsWith("{\"SchemaVersion\":{\"Major\":2,\"Minor\":3},\"Owner\":\"Lamina\",")
                .contains("\"NamedPipe\":\"\\\\\\\\.\\\\pipe\\\\lamina-RUNTIME_ID-com1\"")
                .contains("\"EndpointId\":\"RUNTIME_ID\",\"MacAddress\":\"RUNTIME_MAC\"");
    }
}
