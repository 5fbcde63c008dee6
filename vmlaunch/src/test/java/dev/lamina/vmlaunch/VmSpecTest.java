package dev.lamina.vmlaunch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.model.BootMedia;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.value.Arch;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class VmSpecTest {
    private static final BootMedia MEDIA = new BootMedia.KernelInitrd(Arch.AMD64, Path.of("k"), Optional.empty(), "");
    private static final VmSpec SPEC = VmSpec.of("v", MEDIA, Path.of("state"));

    @ParameterizedTest
    @ValueSource(strings = {"", ".hidden", "-dash", "a/b", "a b", "é", "a\n"})
    void namesThatAreNoFileNamesAreRefused(String name) {
        assertThatThrownBy(() -> VmSpec.of(name, MEDIA, Path.of("s")))
                .isInstanceOf(InputException.class)
                .hasMessage("'" + name + "' cannot name a virtual machine");
    }

    @Test
    void impossibleMachinesAreRefused() {
        assertThatThrownBy(() -> SPEC.withCpus(0)).hasMessage("0 is not a number of CPUs");
        assertThatThrownBy(() -> SPEC.withCpus(256)).hasMessage("256 is not a number of CPUs");
        assertThatThrownBy(() -> SPEC.withMemory(VmSpec.MIB - 1)).hasMessage("less than 1 MiB of memory boots nothing");
        assertThatThrownBy(() -> SPEC.withExtraCmdline("a\nb"))
                .hasMessage("the kernel command line spans several lines");
    }

    @Test
    void memoryIsRoundedUp() {
        assertThat(SPEC.withMemory(96 * VmSpec.MIB).memoryMib()).isEqualTo(96);
        assertThat(SPEC.withMemory(96 * VmSpec.MIB + 1).memoryMib()).isEqualTo(97);
        assertThat(SPEC.withMemory(Long.MAX_VALUE).memoryMib()).isEqualTo(1L << 43);
    }

    @Test
    void acceleratorsAreReadByTheirNames() {
        assertThat(AcceleratorChoice.parse("KVM")).contains(AcceleratorChoice.KVM);
        assertThat(AcceleratorChoice.parse("auto").orElseThrow().accelerator()).isEmpty();
        assertThat(AcceleratorChoice.parse("tcg").orElseThrow().accelerator()).contains(Accelerator.TCG);
        assertThat(AcceleratorChoice.parse("xen")).isEmpty();
    }
}
