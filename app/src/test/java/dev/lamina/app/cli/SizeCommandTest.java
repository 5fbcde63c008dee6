package dev.lamina.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.testing.TestImages;
import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SizeCommandTest {
    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("web.yml"), "init: [root]\nservices: [{name: web, image: web}]\n");
        Path store = folder.resolve("home/images");
        TestImages.add(store, "root", Arch.AMD64, "init");
        TestImages.add(store, "web", Arch.AMD64, "x".repeat(100_000));
    }

    @Test
    void theSizesOfACompositionAreThoseOfItsImage() throws IOException {
        CliRun run = CliRun.in(folder, "size", "--quiet", "web.yml");
        CliRun.in(folder, "build", "--quiet", "web.yml");

        List<String> lines = run.out().lines().toList();
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(lines).hasSize(5);
        assertThat(lines.getFirst()).matches("COMPONENT +FILES +BYTES +IN THE IMAGE");
        assertThat(lines.subList(1, 4))
                .anyMatch(line -> line.matches("sbom +1 +[0-9.]+ kB +[0-9.]+ k?B +[0-9.]+ %"))
                .anyMatch(line -> line.matches("services web +[0-9]+ +10[0-9.]+ kB +[0-9.]+ k?B +[0-9.]+ %"))
                .anyMatch(line -> line.matches("init docker.io/library/root +[0-9]+ +[0-9]+ B +[0-9]+ B +[0-9.]+ %"));
        assertThat(lines.getLast())
                .matches("all +[0-9]+ +10[0-9.]+ kB +" + Bytes.text(Files.size(folder.resolve("web-initrd.img")))
                        + " +100 %");
    }

    @Test
    void aBuiltImageIsMeasuredByItsName() {
        CliRun.in(folder, "build", "--quiet", "web.yml");
        CliRun run = CliRun.in(folder, "--json", "size", "web");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("\"component\":\"services web\"", "\"component\":\"init and files\"");
        assertThat(run.out().lines()).hasSize(2);
    }

    @Test
    void theBiggestFilesAndDuplicatesAreListedToo() throws IOException {
        Files.writeString(
                folder.resolve("twice.yml"),
                "init: [root]\nservices: [{name: web, image: web}]\nfiles: [{path: srv/copy, source: copy}]\n");
        Files.writeString(folder.resolve("copy"), "x".repeat(100_000));

        CliRun run = CliRun.in(folder, "size", "--quiet", "--no-sbom", "--files", "2", "--duplicates", "twice.yml");
        assertThat(run.code()).as(run.err()).isZero();
        Golden.assertMatches("size/files-and-duplicates.txt", run.out());
        Golden.assertMatches(
                "size/json.txt",
                CliRun.in(folder, "--json", "size", "--no-sbom", "--files", "2", "--duplicates", "twice.yml")
                        .out());
        assertThat(CliRun.in(folder, "size", "-q", "--duplicates", "web.yml").out())
                .endsWith("\nno duplicates\n");
    }

    @Test
    void aTarIsMeasuredWithTheComponentsThatItNames() throws IOException {
        CliRun.in(folder, "build", "--quiet", "-f", "tar", "web.yml");
        CliRun run = CliRun.in(folder, "--json", "size", "web.tar");
        assertThat(run.out())
                .contains("\"component\":\"services web\"", "\"component\":\"init docker.io/library/root\"");
        assertThat(CliRun.in(folder, "--json", "size", "web").out()).isEqualTo(run.out());
    }

    @Test
    void whatCannotBeMeantIsWrongUsage() {
        assertThat(CliRun.in(folder, "size", "--files", "-1", "web.yml"))
                .isEqualTo(new CliRun(
                        2,
                        "",
                        "lamina: --files takes a number of files, and -1 is none\nhint: see 'lamina size --help'\n"));
        assertThat(CliRun.in(folder, "size", "--pull", "--offline", "web.yml"))
                .isEqualTo(new CliRun(
                        2,
                        "",
                        "lamina: --pull asks registries, and --offline forbids it: leave one of them out\n"
                                + "hint: see 'lamina size --help'\n"));
    }

    @Test
    void somethingElseIsRefused() throws IOException {
        Files.writeString(folder.resolve("x-initrd.img"), "no ramdisk at all".repeat(10));
        assertThat(CliRun.in(folder, "size", "--quiet", "x"))
                .isEqualTo(new CliRun(
                        1,
                        "",
                        "lamina: " + folder.resolve("x-initrd.img")
                                + " is not a ramdisk that Lamina built: no cpio header of the form newc\n"
                                + "hint: give a YAML file, or the first part of the names that 'lamina build'"
                                + " wrote\n"));
    }
}
