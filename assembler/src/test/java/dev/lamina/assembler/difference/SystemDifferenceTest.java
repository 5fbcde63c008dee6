package dev.lamina.assembler.difference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.assembler.difference.FileChange.Added;
import dev.lamina.assembler.difference.FileChange.Aspect;
import dev.lamina.assembler.difference.FileChange.Changed;
import dev.lamina.assembler.difference.FileChange.Removed;
import dev.lamina.assembler.difference.SystemDifference.Cmdline;
import dev.lamina.assembler.difference.SystemDifference.Total;
import dev.lamina.assembler.io.Hashing;
import dev.lamina.assembler.listing.ListedFile;
import dev.lamina.assembler.listing.SystemListing;
import dev.lamina.assembler.size.SizeReport.Row;
import dev.lamina.assembler.tree.TreeEntry.Kind;
import dev.lamina.model.value.Digest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SystemDifferenceTest {
    private static ListedFile file(String component, String path, String content) {
        Digest digest = Hashing.digest(content.getBytes(StandardCharsets.UTF_8));
        return new ListedFile(path, component, Kind.FILE, 0644, 0, 0, 1, content.length(), 2, "", Optional.of(digest));
    }

    private static ListedFile other(String path, Kind kind, int mode, long uid, long mtime, String link) {
        return new ListedFile(path, "files", kind, mode, uid, 0, mtime, 0, 0, link, Optional.empty());
    }

    private static SystemListing system(ListedFile... files) {
        return SystemListing.of(List.of(files), Map.of(), 0, false);
    }

    private static SystemDifference between(ListedFile before, ListedFile after) {
        return SystemDifference.between(system(before), system(after));
    }

    @Test
    void equalSystemsDoNotDiffer() {
        SystemListing system = system(file("files", "etc/motd", "hello"));
        Total total = new Total(1, 5, 2);
        assertThat(SystemDifference.between(system, system))
                .isEqualTo(new SystemDifference(List.of(), List.of(), List.of(), new Cmdline("", ""), total, total));
        assertThat(SystemDifference.between(system, system).isEmpty()).isTrue();
    }

    @Test
    void filesComeGoAndChange() {
        ListedFile gone = file("services web", "containers/services/web/lower/a", "12345");
        ListedFile old = file("files", "etc/motd", "hello");
        ListedFile now = file("files", "etc/motd", "hello, world");
        ListedFile come = file("services new", "containers/services/new/lower/b", "1234567");

        SystemDifference difference = SystemDifference.between(system(gone, old), system(now, come));

        assertThat(difference.files())
                .containsExactly(new Added(come), new Removed(gone), new Changed(old, now, Set.of(Aspect.CONTENT)));
        assertThat(difference.files()).extracting(FileChange::growth).containsExactly(7L, -5L, 7L);
        assertThat(difference.components())
                .containsExactly(
                        new ComponentChange(
                                "services new", Optional.empty(), Optional.of(new Row("services new", 1, 7, 2))),
                        new ComponentChange(
                                "files",
                                Optional.of(new Row("files", 1, 5, 2)),
                                Optional.of(new Row("files", 1, 12, 2))),
                        new ComponentChange(
                                "services web", Optional.of(new Row("services web", 1, 5, 2)), Optional.empty()));
    }

    @Test
    void everyAttributeCounts() {
        ListedFile file = other("x", Kind.SYMLINK, 0777, 0, 1, "a");
        assertThat(between(file, other("x", Kind.SYMLINK, 0777, 0, 1, "b")).files())
                .extracting(change -> ((Changed) change).aspects())
                .containsExactly(Set.of(Aspect.LINK));
        assertThat(between(file, other("x", Kind.DIRECTORY, 0755, 7, 2, "")).files())
                .extracting(change -> ((Changed) change).aspects())
                .containsExactly(Set.of(Aspect.KIND, Aspect.MODE, Aspect.OWNER, Aspect.LINK, Aspect.TIME));
    }

    @Test
    void anotherTimeAloneCanBeLeftOut() {
        SystemDifference difference = between(other("x", Kind.FIFO, 0, 0, 1, ""), other("x", Kind.FIFO, 0, 0, 2, ""));
        assertThat(difference.files()).hasSize(1);
        assertThat(difference.isEmpty()).isFalse();
        assertThat(difference.notableFiles()).isEmpty();
    }

    @Test
    void aContainerWhoseNumberChangedMoved() {
        ListedFile before = file("onboot dhcp", "containers/onboot/000-dhcp/config.json", "{}");
        ListedFile after = file("onboot dhcp", "containers/onboot/001-dhcp/config.json", "{}");
        assertThat(between(before, after).files()).containsExactly(new Changed(before, after, Set.of(Aspect.PLACE)));
    }

    @Test
    void twoContainersOfOneNameAreToldApartByTheirNumbers() {
        ListedFile one = file("onboot a", "containers/onboot/000-a/config.json", "1");
        ListedFile two = file("onboot a", "containers/onboot/001-a/config.json", "2");
        SystemListing system = system(one, two);
        assertThat(SystemDifference.between(system, system).isEmpty()).isTrue();
    }

    @Test
    void settingsAndTheCommandLineAreReadFromTheTexts() {
        ListedFile config = file("services web", "containers/services/web/config.json", "?");
        ListedFile cmdline = file("kernel", "boot/cmdline", "?");
        SystemListing before = SystemListing.of(
                List.of(config, cmdline), Map.of(config.path(), "{\"a\":1}", cmdline.path(), "quiet"), 0, false);
        SystemListing after = SystemListing.of(
                List.of(config, cmdline), Map.of(config.path(), "{\"a\":2}", cmdline.path(), "debug"), 0, false);

        SystemDifference difference = SystemDifference.between(before, after);

        assertThat(difference.settings())
                .containsExactly(
                        new SettingChange("services web", "config.json", "a", Optional.of("1"), Optional.of("2")));
        assertThat(difference.cmdline()).isEqualTo(new Cmdline("quiet", "debug"));
    }

    @Test
    void theNumberOfAContainerIsNoSetting() {
        ListedFile before = file("onboot a", "containers/onboot/000-a/runtime.json", "1");
        ListedFile after = file("onboot a", "containers/onboot/001-a/runtime.json", "2");
        SystemDifference difference = SystemDifference.between(
                SystemListing.of(List.of(before), Map.of(before.path(), runtime("000-a")), 0, false),
                SystemListing.of(List.of(after), Map.of(after.path(), runtime("001-a")), 0, false));
        assertThat(difference.settings()).isEmpty();
        assertThat(difference.files()).hasSize(1);
    }

    private static String runtime(String folder) {
        return "{\"source\": \"/containers/onboot/" + folder + "/lower\"}";
    }

    @Test
    void aSystemWithoutItsCompositionIsComparedByPlaces() {
        ListedFile byName = file("init lamina/init", "bin/busybox", "x");
        ListedFile byPlace = file("init and files", "bin/busybox", "x");
        SystemListing placed = SystemListing.of(List.of(byPlace), Map.of(), 0, true);
        assertThat(SystemDifference.between(system(byName), placed).isEmpty()).isTrue();
        assertThat(SystemDifference.between(placed, system(byName)).isEmpty()).isTrue();
    }
}
