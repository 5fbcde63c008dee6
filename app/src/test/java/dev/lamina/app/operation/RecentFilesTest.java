package dev.lamina.app.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.operation.RecentFiles.Recent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RecentFilesTest {
    @TempDir
    Path home;

    @Test
    void theNewestIsFirstAndMissingOnesAreMarked() throws IOException {
        Path one = Files.writeString(home.resolve("one.yml"), "");
        Path two = home.resolve("two ü.yml");
        RecentFiles recent = new RecentFiles(home.resolve("data/recent.txt"));
        assertThat(recent.all()).isEmpty();
        recent.add(one);
        recent.add(two);
        assertThat(recent.add(one)).containsExactly(new Recent(one, false), new Recent(two, true));
        assertThat(new RecentFiles(home.resolve("data/recent.txt")).all()).isEqualTo(recent.all());
        assertThat(recent.remove(one)).containsExactly(new Recent(two, true));
    }

    @Test
    void whatIsNoNameOfAFileIsLeftOut() throws IOException {
        Path list = Files.writeString(home.resolve("recent.txt"), "/\n\n" + home.resolve("one.yml") + "\n");
        assertThat(new RecentFiles(list).all()).containsExactly(new Recent(home.resolve("one.yml"), true));
    }

    @Test
    void noMoreAreKeptThanCanBeShown() {
        RecentFiles recent = new RecentFiles(home.resolve("recent.txt"));
        for (int i = 0; i < 30; i++) {
            recent.add(home.resolve(i + ".yml"));
        }
        assertThat(recent.all()).hasSize(20).first().isEqualTo(new Recent(home.resolve("29.yml"), true));
    }
}
