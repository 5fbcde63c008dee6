package dev.lamina.vmlaunch.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class BoundedLinesTest {

    private static List<String> read(BoundedLines lines) throws IOException {
        List<String> read = new ArrayList<>();
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
            read.add(line.get());
        }
        return read;
    }

    private static BoundedLines lines(String text) {
        return new BoundedLines(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)), 4);
    }

    @Test
    void bothLineEndsCountAndWhatFollowsTheLastIsNoLine() throws IOException {
        assertThat(read(lines("a\nb\r\n\nc\rd\nrest"))).containsExactly("a", "b", "", "c\rd");
    }

    @Test
    void aLineThatIsTooLongIsSkippedAsAWhole() throws IOException {
        assertThat(read(lines("1234\n12345\n" + "x".repeat(100_000) + "\nend\n")))
                .containsExactly("1234", "end");
    }

    @Test
    void brokenUtf8IsReplaced() throws IOException {
        assertThat(read(lines("\u00c3\n"))).containsExactly("\ufffd");
    }
}
