package dev.lamina.assembler.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SpoolTest {
    @TempDir
    Path dir;

    @Test
    void whatIsAddedCanBeReadAnywhereAndAgain() throws IOException {
        try (Spool spool = Spool.in(dir)) {
            ByteSource first = add(spool, "first");
            ByteSource empty = add(spool, "");
            ByteSource second = add(spool, "the second");

            assertThat(text(first)).isEqualTo("first");
            assertThat(text(empty)).isEmpty();
            assertThat(text(second)).isEqualTo("the second").isEqualTo(text(second));
            assertThat(StandardCharsets.UTF_8.decode(second.read(4, 3)).toString())
                    .isEqualTo("sec");
            assertThatThrownBy(() -> first.read(3, 3)).isInstanceOf(EOFException.class);
            assertThatThrownBy(() -> first.read(-1, 1)).isInstanceOf(EOFException.class);
        }
    }

    @Test
    void aClosedSpoolLeavesNothing() throws IOException {
        try (Spool spool = Spool.in(dir.resolve("made"))) {
            add(spool, "content");
            assertThat(spool.isOpen()).isTrue();
        }
        assertThat(dir.resolve("made")).isEmptyDirectory();
    }

    private static ByteSource add(Spool spool, String text) throws IOException {
        return spool.add(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String text(ByteSource source) throws IOException {
        try (InputStream in = source.open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
