package dev.lamina.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.conformance.Conformance;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Builds LinuxKit's own compositions from stand-in images and lets the suite's own program judge the trees.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConformanceIT {
    /// What `./verify` prints at its end.
    private static final Path RESULT = Path.of("target", "conformance.txt");

    private Path work = Path.of("");
    private String cache = "";
    private int equal;

    @BeforeAll
    void importAllImages(@TempDir Path folder) throws IOException {
        work = folder;
        cache = work.resolve("cache").toString();
        List<String> command = new ArrayList<>(List.of("image", "import", "--cache", cache));
        try (Stream<Path> images = Files.list(Conformance.folder().resolve("images"))) {
            images.map(Path::toString).sorted().forEach(command::add);
        }
        assertThat(CliRun.in(work, command.toArray(String[]::new)).code()).isZero();
    }

    static List<Conformance.Case> cases() {
        return Conformance.cases();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void compositionBuildsToItsTree(Conformance.Case composition) throws Exception {
        Path out = work.resolve("out");
        List<String> command = new ArrayList<>(List.of("build", "--arch", "amd64", "--offline", "--no-sbom"));
        command.addAll(List.of("--cache", cache, "--format", "tar"));
        command.addAll(List.of("--name", composition.name(), "--dir", out.toString()));
        command.addAll(composition.files());

        CliRun run = CliRun.in(composition.folder(), work.resolve("home"), command.toArray(String[]::new));

        assertThat(run.err()).doesNotContain("lamina:");
        assertThat(run.code()).isZero();
        Path tar = out.resolve(composition.name() + ".tar");
        assertThat(differences(tar, composition.name())).isEmpty();
        Files.delete(tar);
        equal++;
    }

    @AfterAll
    void tellTheResult() throws IOException {
        Files.writeString(RESULT, equal + " of " + cases().size() + " equal\n");
    }

    private static String differences(Path tar, String name) throws Exception {
        Path suite = Conformance.folder();
        Process judge = new ProcessBuilder(
                        "python3",
                        suite.resolve("compare.py").toString(),
                        tar.toString(),
                        suite.resolve("expected").resolve(name).toString())
                .redirectErrorStream(true)
                .start();
        judge.getOutputStream().close();
        String said = new String(judge.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return judge.waitFor() == 0 ? "" : said;
    }

    static List<String> badInputs() throws IOException {
        try (Stream<Path> files = Files.list(Conformance.folder().resolve("bad"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".expect"))
                    .map(name -> name.substring(0, name.length() - ".expect".length()))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("badInputs")
    void badInputIsRefusedWhereItIsWrong(String name) throws IOException {
        Path bad = Conformance.folder().resolve("bad");
        Properties expect = new Properties();
        expect.load(Files.newBufferedReader(bad.resolve(name + ".expect")));
        Path out = work.resolve("bad-out");

        CliRun run = CliRun.in(
                bad,
                work.resolve("home"),
                "build",
                "--arch",
                "amd64",
                "--offline",
                "--cache",
                cache,
                "--dir",
                out.toString(),
                name + ".yml");

        assertThat(run.code()).isEqualTo(Integer.parseInt(expect.getProperty("exit")));
        assertThat(run.err()).containsAnyOf(places(name + ".yml:", expect));
        for (String word : expect.getProperty("mentions", "").split(",")) {
            assertThat(run.err()).containsIgnoringCase(word);
        }
        assertThat(run.err()).doesNotContain("\tat ");
        assertThat(out)
                .satisfiesAnyOf(
                        folder -> assertThat(folder).doesNotExist(),
                        folder -> assertThat(folder).isEmptyDirectory());
    }

    /// Only some say where.
    private static String[] places(String file, Properties expect) {
        if (expect.getProperty("line") == null) {
            return new String[] {file};
        }
        Stream<String> also =
                Stream.of(expect.getProperty("also", "").split(",")).filter(place -> !place.isEmpty());
        String first = expect.getProperty("line") + ":" + expect.getProperty("column");
        return Stream.concat(Stream.of(first), also)
                .map(place -> file + place + ":")
                .toArray(String[]::new);
    }
}
