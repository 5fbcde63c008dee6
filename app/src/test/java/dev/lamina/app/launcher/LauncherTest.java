package dev.lamina.app.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.launcher.SourceTree.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The script `lamina`, with a pretended JDK and Maven.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "lamina.cmd takes the place of the shell script there")
final class LauncherTest {
    @TempDir
    Path folder;

    private SourceTree tree;

    @BeforeEach
    void makeTree() throws Exception {
        tree = new SourceTree(folder);
    }

    @Test
    void theJdkOfJavaHomeIsTakenFirst() throws Exception {
        tree.jdk(tree.home.resolve(".jdks/other"), "26");
        Path jdk = tree.jdk(folder.resolve("my jdk"), "25.0.1");

        Run run = tree.lamina(Map.of("JAVA_HOME", jdk.toString()), "plan", "a b.yml");

        assertThat(run.out()).isEqualTo("java 25.0.1 <plan> <a b.yml>\n");
        assertThat(tree.calls()).containsExactly("mvn java=" + jdk);
    }

    @Test
    void aJavaHomeThatIsTooOldIsPassedOver() throws Exception {
        Path old = tree.jdk(folder.resolve("old"), "17.0.15");
        tree.jdk(tree.home.resolve(".sdkman/candidates/java/25-tem"), "25");

        assertThat(tree.lamina(Map.of("JAVA_HOME", old.toString())).out()).startsWith("java 25 ");
    }

    @Test
    void theJdkOfTheJavaOnThePathIsFoundThroughLinks() throws Exception {
        Path jdk = tree.jdk(folder.resolve("opt/jdk"), "27-ea");
        Files.createSymbolicLink(tree.bin.resolve("java"), jdk.resolve("bin/java"));

        assertThat(tree.lamina("doctor").out()).isEqualTo("java 27-ea <doctor>\n");
    }

    @Test
    void theFoldersOfMacOsAreSearched() throws Exception {
        tree.jdk(tree.home.resolve("Library/Java/JavaVirtualMachines/temurin-25.jdk/Contents/Home"), "25.0.3");

        assertThat(tree.lamina("doctor").out()).isEqualTo("java 25.0.3 <doctor>\n");
    }

    @Test
    void withoutAJdkTheWaysToGetOneAreNamed() throws Exception {
        tree.jdk(tree.home.resolve(".jdks/old"), "21.0.2");

        Run run = tree.lamina("doctor");

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err())
                .startsWith("lamina: no JDK 25 or newer found")
                .contains("apt install openjdk-25-jdk-headless", "brew install", "winget install", "sdk install java");
        assertThat(tree.calls()).isEmpty();
    }

    @Test
    void aJdkIsInstalledByRootOnDebian() throws Exception {
        tree.program("id", "echo 0");
        tree.program("dpkg", "");
        tree.program("apt-cache", "");
        tree.program("apt-get", "");

        Run run = tree.lamina("doctor");

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err())
                .startsWith("lamina: installing openjdk-25-jdk-headless with apt: Lamina is written for Java 25\n");
        assertThat(tree.calls())
                .anyMatch(call -> call.startsWith("apt-get ") && call.contains("--no-install-recommends"));
    }

    @Test
    void withoutMavenTheLineToTypeIsPrinted() throws Exception {
        tree.jdk(tree.home.resolve(".jdks/25"), "25");
        Files.delete(tree.bin.resolve("mvn"));

        Run run = tree.lamina("doctor");

        assertThat(run).isEqualTo(new Run(3, "", """
                                lamina: Maven not found on PATH
                                lamina: hint: apt install maven   or: dnf install maven   or: brew install maven   or: winget install Apache.Maven
                                """));
    }

    @Test
    void itIsBuiltOnceAndThenStartedQuietly() throws Exception {
        tree.jdk(tree.home.resolve(".jdks/25"), "25");

        Run first = tree.lamina("--version");
        Run second = tree.lamina("--version");

        assertThat(first.err()).startsWith("lamina: building; the first time");
        assertThat(second).isEqualTo(new Run(0, "java 25 <--version>\n", ""));
        assertThat(tree.calls()).hasSize(1);
    }

    @Test
    void aChangedSourceIsBuiltAgain() throws Exception {
        buildAndChange(tree.root.resolve("app/src/main/java/One.java"));

        assertThat(tree.lamina("--version").err()).isEqualTo("lamina: building, sources changed\n");
        assertThat(tree.lamina("--version").err()).isEmpty();
        assertThat(tree.calls()).hasSize(2);
    }

    @Test
    void aDeletedSourceIsNoticed() throws Exception {
        tree.jdk(tree.home.resolve(".jdks/25"), "25");
        tree.lamina("--version");
        Files.delete(tree.root.resolve("app/src/main/java/Two.java"));

        assertThat(tree.lamina("--version").err()).isEqualTo("lamina: building, sources changed\n");
    }

    private void buildAndChange(Path file) throws Exception {
        tree.jdk(tree.home.resolve(".jdks/25"), "25");
        tree.lamina("--version");
        Files.writeString(file, "changed");
    }

    @Test
    void aFailedBuildShowsItsErrorsAndLeavesNothingBehind() throws Exception {
        tree.jdk(tree.home.resolve(".jdks/25"), "25");
        tree.maven("""
                echo '[INFO] chatter'
                echo '[ERROR] One.java:[3,5] cannot find symbol'
                echo '[ERROR] [Help 1] http://example.invalid'
                exit 1
                """);

        Run run = tree.lamina("--version");

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("lamina: the build failed (all of it: ")
                .endsWith("[ERROR] One.java:[3,5] cannot find symbol\n");
        assertThat(namesIn(tree.root.resolve("target/lamina"))).containsExactly("build.log");
    }

    @Test
    void aFailedRebuildKeepsThePreviousBuildAndTriesAgainNextTime() throws Exception {
        buildAndChange(tree.root.resolve("pom.xml"));
        tree.maven("exit 1");

        assertThat(tree.lamina("--version").code()).isEqualTo(3);
        assertThat(tree.lamina("--version").code()).isEqualTo(3);
        assertThat(namesIn(tree.root.resolve("target/lamina")))
                .contains("current")
                .doesNotContain("lock");
    }

    @Test
    void twoAtOnceBuildOnce() throws Exception {
        tree.jdk(tree.home.resolve(".jdks/25"), "25");
        Path script = tree.root.resolve("lamina");

        Process one = tree.start(script, tree.root, Map.of(), "one");
        Process two = tree.start(script, tree.root, Map.of(), "two");

        assertThat(SourceTree.await(one).out()).isEqualTo("java 25 <one>\n");
        assertThat(SourceTree.await(two).out()).isEqualTo("java 25 <two>\n");
        assertThat(tree.calls()).hasSize(1);
    }

    @Test
    void theLockOfADeadBuildIsTaken() throws Exception {
        tree.jdk(tree.home.resolve(".jdks/25"), "25");
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        Files.createDirectories(tree.root.resolve("target/lamina"));
        Files.createSymbolicLink(tree.root.resolve("target/lamina/lock"), Path.of(Long.toString(dead.pid())));

        assertThat(tree.lamina("--version").code()).isZero();
    }

    @Test
    void itStartsThroughALinkFromAnyFolder() throws Exception {
        tree.jdk(tree.home.resolve(".jdks/25"), "25");
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("source tree/lamina"));

        Run run = SourceTree.await(tree.start(link, tree.home, Map.of(), "x"));

        assertThat(run.out()).isEqualTo("java 25 <x>\n");
    }

    @Test
    void theExitCodeIsThatOfTheProgram() throws Exception {
        tree.jdk(tree.home.resolve(".jdks/25"), "25");

        assertThat(tree.lamina(Map.of("EXIT", "42"), "x").code()).isEqualTo(42);
    }

    @Test
    void rootOnDebianGetsQemuForRunAndNotForOtherCommands() throws Exception {
        tree.jdk(tree.home.resolve(".jdks/25"), "25");
        tree.lamina("--version");
        tree.program("id", "echo 0");
        tree.program("dpkg", "");
        tree.program("apt-get", "");

        assertThat(tree.lamina("build", "x.yml").err()).isEmpty();
        assertThat(tree.lamina("run", "--help").err()).isEmpty();
        assertThat(tree.lamina("run", "--arch", "arm64", "x.yml").err())
                .isEqualTo("lamina: installing qemu-system-arm with apt: lamina run boots the system with it\n");
        assertThat(tree.lamina("run", "--arch=amd64", "x.yml").err())
                .isEqualTo("lamina: installing qemu-system-x86 with apt: lamina run boots the system with it\n");
    }

    @Test
    void aptIsUpdatedOnlyWhenAnInstallationFails() throws Exception {
        tree.jdk(tree.home.resolve(".jdks/25"), "25");
        tree.lamina("--version");
        tree.program("id", "echo 0");
        tree.program("dpkg", "");
        tree.program("apt-get", "echo 'E: Unable to locate package'; exit 100");

        Run run = tree.lamina("run", "-a", "amd64", "x.yml");

        assertThat(run.out()).isEqualTo("java 25 <run> <-a> <amd64> <x.yml>\n");
        assertThat(run.err()).contains("lamina: apt could not install qemu-system-x86:\nE: Unable to locate package\n");
        assertThat(tree.calls().stream()
                        .filter(call -> call.startsWith("apt-get"))
                        .map(call -> call.contains("update")))
                .containsExactly(false, true);
    }

    private static List<String> namesIn(Path directory) throws Exception {
        try (var files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
