package dev.lamina.app.studio.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.testing.DirectBackground;
import dev.lamina.app.studio.testing.OwnClipboard;
import dev.lamina.model.progress.Reporter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SavingTest {
    @TempDir
    Path folder;

    private final DirectBackground background = new DirectBackground();
    private final ConsoleViewModel console = new ConsoleViewModel(background, new OwnClipboard());
    private final List<String> said = new ArrayList<>();

    private Saving saving(Path target) {
        return new Saving(console, background, name -> Optional.of(target), said::add);
    }

    @Test
    void theBytesAreSavedAsTheyCame() throws Exception {
        byte[] bytes = "\033[31mred\033[0m\r\n\377\000".getBytes(StandardCharsets.ISO_8859_1);
        console.connect(FakeConsole.logged(folder.resolve("machine.log"), bytes));
        saving(folder.resolve("saved.log")).bytes();
        assertThat(Files.readAllBytes(folder.resolve("saved.log"))).isEqualTo(bytes);
        assertThat(said).isEmpty();
    }

    @Test
    void theTextIsSavedInWholeLinesWithoutColours() throws Exception {
        Path target = folder.resolve("saved.txt");
        new TextDump(Screens.of(10, 5, "\033[31ma long line that is broken\033[0m\r\n\r\nlast  \r\n"))
                .write(target, "Saving", Reporter.silent());
        assertThat(Files.readString(target)).isEqualTo("a long line that is broken\n\nlast\n");
    }

    @Test
    void whatCannotBeSavedIsSaid() {
        console.connect(new FakeConsole());
        saving(folder.resolve("no").resolve("such").resolve("folder")).text();
        assertThat(said).singleElement().asString().startsWith("Could not save ");
    }

    @Test
    void nothingIsSavedWhenTheUserChangesTheirMind() {
        console.connect(new FakeConsole());
        new Saving(console, background, name -> Optional.empty(), said::add).text();
        assertThat(said).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }
}
