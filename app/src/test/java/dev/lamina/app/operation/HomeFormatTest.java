package dev.lamina.app.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.model.problem.EnvironmentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeFormatTest {
    @TempDir
    Path folder;

    private HomeFormat format() {
        return new HomeFormat(new Home(folder.resolve("cache"), folder.resolve("data")));
    }

    private Path folder(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }

    @Test
    void foldersThatThereAreGetTheNumberAndOthersAreNotMade() throws IOException {
        folder("cache");

        format().check();
        format().note();

        assertThat(folder.resolve("cache/version")).hasContent("1\n");
        assertThat(folder.resolve("data")).doesNotExist();
        format().check();
    }

    @Test
    void whatANewerLaminaWroteIsRefusedAndStaysAsItIs() throws IOException {
        Files.writeString(folder("data").resolve("version"), "7\n");

        assertThatThrownBy(() -> format().check())
                .isInstanceOf(EnvironmentException.class)
                .hasMessage(folder.resolve("data") + " was written by a newer Lamina (format 7, this one knows 1)");
        format().note();
        assertThat(folder.resolve("data/version")).hasContent("7\n");
    }

    @Test
    void somethingElseThanANumberIsNotGuessedAt() throws IOException {
        for (String text : new String[] {"", "two", "1".repeat(10_000)}) {
            Files.writeString(folder("cache").resolve("version"), text);

            assertThatThrownBy(() -> format().check())
                    .isInstanceOf(EnvironmentException.class)
                    .hasMessage(folder.resolve("cache/version") + " is not a number of a format");
        }
    }
}
