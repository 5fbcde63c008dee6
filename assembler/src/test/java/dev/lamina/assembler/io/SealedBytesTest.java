package dev.lamina.assembler.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SealedBytesTest {
    static Stream<byte[]> contents() {
        return Stream.of(new byte[0], "note".getBytes(StandardCharsets.UTF_8), new byte[70_000]);
    }

    @ParameterizedTest
    @MethodSource("contents")
    void whatWasSealedIsThereAgain(byte[] content) {
        assertThat(SealedBytes.open(SealedBytes.seal(content)))
                .hasValueSatisfying(opened -> assertThat(opened).isEqualTo(content));
    }

    @Test
    void anyOtherByteIsNoticed() {
        byte[] sealed = SealedBytes.seal("note".getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < sealed.length; i++) {
            byte[] damaged = sealed.clone();
            damaged[i] ^= 1;
            assertThat(SealedBytes.open(damaged)).as("byte " + i).isEmpty();
        }
    }

    @Test
    void whatIsCutOffIsNoticed() {
        byte[] sealed = SealedBytes.seal("note".getBytes(StandardCharsets.UTF_8));
        for (int length = 0; length < sealed.length; length++) {
            assertThat(SealedBytes.open(Arrays.copyOf(sealed, length)))
                    .as("length " + length)
                    .isEmpty();
        }
    }
}
