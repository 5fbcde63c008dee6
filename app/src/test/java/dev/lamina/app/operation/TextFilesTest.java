package dev.lamina.app.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.app.operation.TextFiles.Stamp;
import dev.lamina.model.problem.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class TextFilesTest {
    @TempDir
    Path folder;

    private final TextFiles files = new TextFiles();

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no such permissions, and links need rights there")
    void linksAndPermissionsStay() throws IOException {
        Path file = Files.writeString(folder.resolve("web.yml"), "a");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));
        Path link = Files.createSymbolicLink(folder.resolve("link.yml"), Path.of("web.yml"));
        Stamp stamp = files.write(link, "b: ü\r\n");
        assertThat(link).isSymbolicLink().hasContent("b: ü\r\n");
        assertThat(Files.readString(file)).isEqualTo("b: ü\r\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-rw-r--");
        assertThat(stamp).isEqualTo(files.stamp(file)).isNotEqualTo(Stamp.NONE);
    }

    @Test
    void halfALetterIsNotSaved() {
        Path file = folder.resolve("web.yml");
        assertThatThrownBy(() -> files.write(file, "a\uD800")).isInstanceOf(InputException.class);
        assertThat(files.stamp(file)).isEqualTo(Stamp.NONE);
    }

    @Test
    void whereNothingCanBeWrittenThatIsSaid() {
        assertThatThrownBy(() -> files.write(folder.resolve("no/web.yml"), "a"))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("cannot save ");
    }
}
