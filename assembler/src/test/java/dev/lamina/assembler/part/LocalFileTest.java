package dev.lamina.assembler.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.assembler.format.TarFormat;
import dev.lamina.assembler.plan.BuildRequest;
import dev.lamina.assembler.testing.Workbench;
import dev.lamina.model.problem.CancelledException;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.progress.Progress;
import dev.lamina.model.progress.Reporter;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalFileTest {
    @TempDir
    Path home;

    @ParameterizedTest
    @ValueSource(strings = {"shorter", "longer than it was", "other text"})
    void aFileThatChangesWhileTheImageIsBuiltIsNamed(String changed) throws IOException {
        Path file = Files.writeString(home.resolve("notes"), "first text");

        assertThatThrownBy(() -> buildWhile(() -> Files.writeString(file, changed)))
                .isInstanceOf(InputException.class)
                .hasMessage(file + " changed while the image was built");
        assertThat(home.resolve("out")).doesNotExist();
    }

    @Test
    void aFileThatGoesAwayWhileTheImageIsBuiltIsNamed() throws IOException {
        Path file = Files.writeString(home.resolve("notes"), "first text");

        assertThatThrownBy(() -> buildWhile(() -> Files.delete(file)))
                .isInstanceOf(InputException.class)
                .hasMessage(file + " changed while the image was built");
    }

    @Test
    void cancellingEndsTheReadingOfALargeFile() throws IOException {
        try (RandomAccessFile large = new RandomAccessFile(home.resolve("large").toFile(), "rw")) {
            large.setLength(1L << 30);
        }
        AtomicInteger asked = new AtomicInteger();
        Reporter reporter = new Reporter(progress -> {}, () -> asked.incrementAndGet() > 3);

        assertThatThrownBy(() -> LocalFile.of(home.resolve("large"), reporter)).isInstanceOf(CancelledException.class);
        assertThat(asked).hasValue(4);
    }

    private interface Change {
        void make() throws IOException;
    }

    /// Makes the change when everything is planned and the writing begins.
    private void buildWhile(Change change) throws IOException {
        Workbench bench = Workbench.in(home);
        BuildRequest request = bench.request("files: [{path: notes, source: notes}]", new TarFormat());
        Reporter reporter = new Reporter(
                progress -> {
                    if (progress instanceof Progress.Started) {
                        try {
                            change.make();
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    }
                },
                () -> false);
        bench.runner(1).run(request, home.resolve("out"), reporter);
    }
}
