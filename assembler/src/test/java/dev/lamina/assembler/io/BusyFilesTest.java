package dev.lamina.assembler.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BusyFilesTest {
    private final List<Duration> pauses = new ArrayList<>();
    private int calls;

    private void refuse(int times) throws IOException {
        if (++calls <= times) {
            throw new AccessDeniedException("file");
        }
    }

    @Test
    void aFileThatIsBusyForAMomentIsTriedAgain() throws IOException {
        BusyFiles.retry(8, () -> refuse(2), pauses::add);

        assertThat(calls).isEqualTo(3);
        assertThat(pauses).containsExactly(Duration.ofMillis(10), Duration.ofMillis(20));
    }

    @Test
    void aFileThatStaysBusyIsAnErrorInTheEnd() {
        assertThatThrownBy(() -> BusyFiles.retry(8, () -> refuse(100), pauses::add))
                .isInstanceOf(AccessDeniedException.class);

        assertThat(calls).isEqualTo(8);
        assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus)).isEqualTo(Duration.ofMillis(1270));
    }

    @Test
    void otherFailuresAreNotTriedAgain() {
        assertThatThrownBy(() -> BusyFiles.retry(
                        8,
                        () -> {
                            calls++;
                            throw new IOException("No space left on device");
                        },
                        pauses::add))
                .hasMessage("No space left on device");
        assertThat(calls).isEqualTo(1);
    }

    @Test
    void onWindowsARealFileIsTriedAgainAndElsewhereNot() throws IOException {
        try (FileSystem windows = Jimfs.newFileSystem(Configuration.windows());
                FileSystem unix = Jimfs.newFileSystem(Configuration.unix())) {
            BusyFiles.retry(windows.getPath("C:\\file"), () -> refuse(1));
            assertThat(calls).isEqualTo(2);

            Path file = unix.getPath("/file");
            assertThatThrownBy(() -> BusyFiles.retry(file, () -> refuse(100)))
                    .isInstanceOf(AccessDeniedException.class);
            assertThat(calls).isEqualTo(3);
        }
    }

    @Test
    void theHintOnWindowsNamesTheOtherProgram() throws IOException {
        try (FileSystem windows = Jimfs.newFileSystem(Configuration.windows())) {
            NotWritableException e =
                    new NotWritableException(windows.getPath("C:\\out\\web.tar"), new AccessDeniedException("x"));
            assertThat(e).hasMessage("cannot write C:\\out\\web.tar");
            assertThat(e.hint())
                    .contains("close the program that uses it, make the folder writable for you, or choose another with"
                            + " LAMINA_HOME, --cache or --dir");
        }
    }
}
