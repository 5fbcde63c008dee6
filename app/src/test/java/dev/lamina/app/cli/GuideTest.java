package dev.lamina.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.conformance.Conformance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GuideTest {
    @TempDir
    Path folder;

    @Test
    void theTableOfCommandsHasEveryCommandThatHelpShows() throws IOException {
        String guide = Files.readString(Conformance.checkout().resolve("docs/guide.md"));
        String table = guide.substring(guide.indexOf("## Commands"), guide.indexOf("Every command has `--help`"));

        assertThat(commands())
                .isNotEmpty()
                .allSatisfy(command -> assertThat(table).containsPattern("(?m)^\\|.*`" + command + "[ `]"));
    }

    /// By the manual pages: `lamina-NAME.1`, without those of commands below.
    private List<String> commands() throws IOException {
        assertThat(CliRun.in(folder, "manual", "--dir", "man")).isEqualTo(new CliRun(0, "", ""));
        try (Stream<Path> pages = Files.list(folder.resolve("man"))) {
            return pages.map(page -> page.getFileName().toString())
                    .filter(page -> page.matches("lamina-[a-z]+\\.1"))
                    .map(page -> page.substring("lamina-".length(), page.length() - 2))
                    .sorted()
                    .toList();
        }
    }
}
