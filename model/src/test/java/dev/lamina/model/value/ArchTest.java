package dev.lamina.model.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ArchTest {

    @ParameterizedTest
    @EnumSource
    void bothFamiliesOfNamesAreRead(Arch arch) {
        assertThat(Arch.parse(arch.ociName())).contains(arch);
        assertThat(Arch.parse(arch.machine())).contains(arch);
        assertThat(Arch.parse(arch.machine().toUpperCase(java.util.Locale.ROOT)))
                .contains(arch);
        assertThat(arch).hasToString(arch.ociName());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "arm", "i386", "x86-64", "amd64 "})
    void othersAreNone(String name) {
        assertThat(Arch.parse(name)).isEmpty();
    }

    @Test
    void javaHasNamesOfBothFamilies() {
        assertThat(Arch.ofJavaProperty("amd64")).isEqualTo(Arch.AMD64);
        assertThat(Arch.ofJavaProperty("x86_64")).isEqualTo(Arch.AMD64);
        assertThat(Arch.ofJavaProperty("aarch64")).isEqualTo(Arch.ARM64);
        assertThat(Arch.ofJavaProperty("sparc")).isEqualTo(Arch.AMD64);
    }
}
