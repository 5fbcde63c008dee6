package dev.lamina.app.studio.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.build.ChangeRow.Kind;
import dev.lamina.assembler.difference.SystemDifference;
import dev.lamina.assembler.listing.ListedFile;
import dev.lamina.assembler.listing.SystemListing;
import dev.lamina.model.value.Digest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class ChangeRowsTest {
    private static final String CONFIG = "containers/services/web/config.json";

    private static ListedFile link(String path, String target) {
        return new ListedFile(
                path,
                "files",
                dev.lamina.assembler.tree.TreeEntry.Kind.SYMLINK,
                0777,
                0,
                0,
                0,
                0,
                0,
                target,
                Optional.empty());
    }

    private static ListedFile file(String path, int mode, long mtime, long size, int content) {
        return new ListedFile(
                path,
                "services web",
                dev.lamina.assembler.tree.TreeEntry.Kind.FILE,
                mode,
                0,
                0,
                mtime,
                size,
                size,
                "",
                Optional.of(Digest.parse(String.format("sha256:%064x", content))));
    }

    private static final SystemListing BEFORE = SystemListing.of(
            List.of(
                    file("containers/services/web/lower/bin/a", 0755, 1, 100, 1),
                    file("containers/services/web/lower/bin/b", 0644, 1, 100, 2),
                    file("containers/services/web/lower/bin/c", 0644, 1, 100, 3),
                    file(CONFIG, 0644, 1, 20, 10),
                    link("etc/link", "one")),
            Map.of("boot/cmdline", "console=ttyS0", CONFIG, "{\"process\":{\"cwd\":\"/\"}}"),
            0,
            false);

    private static final SystemListing AFTER = SystemListing.of(
            List.of(
                    file("containers/services/web/lower/bin/a", 0700, 1, 150, 7),
                    file("containers/services/web/lower/bin/b", 0644, 2, 100, 2),
                    file(CONFIG, 0644, 1, 20, 11),
                    link("etc/link", "two"),
                    link("etc/new", "two")),
            Map.of("boot/cmdline", "console=ttyS0 quiet", CONFIG, "{\"process\":{\"cwd\":\"/srv\"}}"),
            0,
            false);

    private static ChangeRow row(Kind kind, String title, String detail, long growth) {
        return new ChangeRow(kind, title, detail, growth == 0 ? OptionalLong.empty() : OptionalLong.of(growth));
    }

    @Test
    void everyChapterHasItsLinesWithWhatDiffers() {
        assertThat(new ChangeRows(SystemDifference.between(BEFORE, AFTER), false).all())
                .containsExactly(
                        ChangeRow.heading("Components (1)"),
                        row(Kind.CHANGED, "services web", "320 B → 270 B", -50),
                        ChangeRow.heading("Command line of the kernel"),
                        row(Kind.CHANGED, "Command line", "console=ttyS0 → console=ttyS0 quiet", 0),
                        ChangeRow.heading("Settings of containers (1)"),
                        row(Kind.CHANGED, "services web: process.cwd (config.json)", "\"/\" → \"/srv\"", 0),
                        ChangeRow.heading("Files (5)"),
                        row(Kind.CHANGED, CONFIG, "content", 0),
                        row(Kind.CHANGED, "containers/services/web/lower/bin/a", "content, mode 0755 → 0700", 50),
                        row(Kind.REMOVED, "containers/services/web/lower/bin/c", "mode 0644", -100),
                        row(Kind.CHANGED, "etc/link", "link one → two", 0),
                        row(Kind.ADDED, "etc/new", "to two", 0));
    }

    @Test
    void filesOfWhichOnlyTheTimeChangedAreListedOnDemand() {
        assertThat(new ChangeRows(SystemDifference.between(BEFORE, AFTER), true).all())
                .contains(row(Kind.CHANGED, "containers/services/web/lower/bin/b", "time", 0));
    }

    @Test
    void systemsThatAreTheSameHaveNoLines() {
        assertThat(new ChangeRows(SystemDifference.between(BEFORE, BEFORE), true).all())
                .isEmpty();
    }
}
