package dev.lamina.vmlaunch.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.vmlaunch.testing.Made;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProgramsTest {
    @TempDir
    Path folder;

    private Path program(String name) throws IOException {
        return Made.program(folder.resolve(name), "");
    }

    private Programs programs(Map<String, String> environment) {
        return new Programs(
                environment,
                "WISH",
                List.of("new", "old"),
                List.of(folder.resolve("usual").toString()));
    }

    @Test
    void thePathComesBeforeTheUsualFoldersAndTheBetterNameFirst() throws IOException {
        Path usual = program("usual/new");
        Path old = program("b/old");
        Path best = program("b/new");
        Map<String, String> path = Map.of("PATH", folder.resolve("a") + File.pathSeparator + folder.resolve("b"));

        assertThat(programs(path).find()).contains(best);
        Files.delete(best);
        assertThat(programs(path).find()).contains(old);
        Files.delete(old);
        assertThat(programs(path).find()).contains(usual);
        Files.delete(usual);
        assertThat(programs(path).find()).isEmpty();
    }

    @Test
    void aWishNamesTheProgramOrItsFolderAndIsFinal() throws IOException {
        Path other = program("c/other");
        Path old = program("c/old");
        Path usual = program("usual/new");

        assertThat(programs(Map.of("WISH", other.toString())).find()).contains(other);
        assertThat(programs(Map.of("WISH", folder.resolve("c").toString())).find())
                .contains(old);
        assertThat(programs(Map.of("WISH", folder.resolve("d").toString())).find())
                .isEmpty();
        assertThat(programs(Map.of("WISH", "\0")).find()).isEmpty();
        assertThat(programs(Map.of("WISH", " ")).find()).contains(usual);
    }
}
