package dev.lamina.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.testing.Needed;
import dev.lamina.app.testing.TestImages;
import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class DiffCommandTest {
    private static final String BEFORE = """
        init: [root]
        onboot: [{name: dhcp, image: dhcp}]
        services: [{name: web, image: web, env: [PORT=80], capabilities: [CAP_CHOWN]}]
        files: [{path: etc/motd, contents: hello, mode: "0644"}, {path: etc/gone, contents: x}]
        """;
    private static final String AFTER = """
        init: [root]
        onboot: [{name: clock, image: dhcp}, {name: dhcp, image: dhcp}]
        services: [{name: web, image: web, env: [PORT=8080], capabilities: [CAP_CHOWN, CAP_KILL]}]
        files: [{path: etc/motd, contents: "hello, world", mode: "0600"}, {path: srv/new, directory: true}]
        """;

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("before.yml"), BEFORE);
        Files.writeString(folder.resolve("after.yml"), AFTER);
        Path store = folder.resolve("home/images");
        TestImages.add(store, "root", Arch.AMD64, "init");
        TestImages.add(store, "dhcp", Arch.AMD64, "y".repeat(4_000));
        TestImages.add(store, "web", Arch.AMD64, "x".repeat(100_000));
    }

    private CliRun diff(String... more) {
        List<String> args = new ArrayList<>(List.of("diff", "--quiet", "--no-sbom"));
        args.addAll(List.of(more));
        return CliRun.in(folder, args.toArray(String[]::new));
    }

    @Test
    void compositionsAreComparedAsTheyWouldBeBuilt() {
        CliRun run = diff("before.yml", "after.yml");
        assertThat(run.code()).as(run.err()).isZero();
        Golden.assertMatches("diff/compositions.txt", run.out());
    }

    @Test
    void everyFileIsListedWhenThatIsWanted() {
        Golden.assertMatches(
                "diff/all.txt", diff("--all", "before.yml", "after.yml").out());
    }

    @Test
    void coloursSayWhatCameAndWent() {
        Golden.assertMatches(
                "diff/colours.txt",
                diff("--color", "always", "before.yml", "after.yml").out());
    }

    @Test
    void programsReadJson() {
        Golden.assertMatches(
                "diff/json.txt", diff("--json", "before.yml", "after.yml").out());
    }

    @Test
    void theExitCodeTellsWhenAsked() {
        assertThat(diff("--exit-code", "before.yml", "after.yml").code()).isEqualTo(1);
        assertThat(diff("--exit-code", "before.yml", "before.yml")).isEqualTo(new CliRun(0, "", ""));
    }

    @Test
    void whatWasBuiltIsNotDifferentFromItsComposition() {
        CliRun.in(folder, "build", "--quiet", "--no-sbom", "-f", "kernel+initrd,tar,tar-kernel-initrd", "before.yml");

        assertThat(diff("--exit-code", "before", "before.yml")).isEqualTo(new CliRun(0, "", ""));
        assertThat(diff("--exit-code", "before.tar", "before.yml")).isEqualTo(new CliRun(0, "", ""));
        assertThat(diff("--exit-code", "before-initrd.img", "before-initrd.tar"))
                .isEqualTo(new CliRun(0, "", ""));
        assertThat(diff("before", "after.yml").out()).contains("+ onboot clock", "~ etc/motd");
    }

    @Test
    void alonePrintsWhatChangedSinceTheLastBuild() throws IOException {
        assertThat(diff("before.yml"))
                .isEqualTo(new CliRun(
                        1,
                        "",
                        "lamina: before.yml was not built yet, so that there is nothing to compare it with\n"
                                + "hint: build it, or name two systems\n"));
        CliRun.in(folder, "build", "--quiet", "--no-sbom", "-a", "amd64", "before.yml");
        Files.delete(folder.resolve("before-initrd.img"));

        assertThat(diff("before.yml")).isEqualTo(new CliRun(0, "", ""));
        Files.writeString(folder.resolve("before.yml"), AFTER);
        Files.writeString(folder.resolve("old.yml"), BEFORE);
        assertThat(diff("before.yml").out())
                .isEqualTo(diff("old.yml", "after.yml").out())
                .contains("~ etc/motd");
    }

    @Test
    void namesOfFilesCannotWriteToTheTerminal() throws IOException {
        Files.writeString(folder.resolve("evil.yml"), "files: [{path: \"a\\e]0;title\\ab\\u202Ec\", contents: x}]\n");
        Files.writeString(folder.resolve("empty.yml"), "files: [{path: a, contents: x}]\n");

        assertThat(diff("--all", "empty.yml", "evil.yml").out()).contains("+ a\\x1b]0;title\\x07b\\x202ec");
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertThat(diff("nothing", "before.yml"))
                .isEqualTo(new CliRun(1, "", "lamina: cannot read nothing: there is no such file\n"));
        assertThat(diff("before"))
                .isEqualTo(new CliRun(
                        1, "", "lamina: cannot read before: there is no such file\nhint: did you mean before.yml?\n"));
    }

    @Test
    void revisionsAreReadFromGit() throws Exception {
        Needed.program("git");
        git("init", "-q", ".");
        git("add", "before.yml");
        git("-c", "user.name=me", "-c", "user.email=me@here", "commit", "-q", "-m", "one");
        Files.writeString(folder.resolve("before.yml"), AFTER);

        assertThat(diff("before.yml@HEAD", "before.yml").out())
                .isEqualTo(diff("before.yml@HEAD", "after.yml").out())
                .contains("~ etc/motd");
        assertThat(diff("before.yml@v9", "before.yml"))
                .isEqualTo(new CliRun(
                        1,
                        "",
                        "lamina: git knows no before.yml in the revision \"v9\"\n"
                                + "hint: 'git log -- before.yml' lists the revisions of the file\n"));
    }

    private void git(String... args) throws Exception {
        List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
        command.addAll(List.of(args));
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }
}
