package dev.lamina.app.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.conformance.Conformance;
import dev.lamina.model.conformance.JsonSchema;
import dev.lamina.model.expect.BootTest;
import dev.lamina.model.yaml.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The schema for editors, the documentation, the examples and the reader agree on what a side file is.
final class SideFileSchemaTest {
    private static final Path ROOT = Conformance.checkout();
    private static final String FENCE = "```";

    private static boolean valid(String text) throws IOException {
        return new JsonSchema(Files.readString(ROOT.resolve("docs/side-file.schema.json")))
                .faults(text)
                .isEmpty();
    }

    private static SideFile read(String text) {
        return SideFile.read(new SourceText("x.lamina.yml", text));
    }

    static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve("examples"))) {
            return files.filter(file -> file.toString().matches(".*(?<!\\.lamina)\\.yml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleSaysWhatIsExpectedOfIt(Path example) throws IOException {
        SideFile side = SideFile.read(SideFile.beside(example));

        assertThat(side.problems()).isEmpty();
        assertThat(side.test().steps()).isNotEmpty();
        assertThat(valid(side.source().text())).isTrue();
    }

    @Test
    void theExampleOfTheDocumentationIsOne() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/boot-tests.md"));
        int begin = page.indexOf(FENCE + "yaml\n") + FENCE.length() + "yaml\n".length();
        String example = page.substring(begin, page.indexOf(FENCE, begin));

        assertThat(read(example).problems()).isEmpty();
        assertThat(read(example).test().steps()).hasSize(5);
        assertThat(valid(example)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ready: true, within: 10s}",
                "{console: 'login:', within: 500ms}",
                "{service: web}",
                "{service: web, state: down, within: 2}",
                "{exec: id -u, output: 0}",
                "{exec: exit 3, in: web, code: 3, contains: x}",
                "{exec: 'false', fails: true}",
                "{log: web, contains: x}",
                "{http: 'http://127.0.0.1:8080/'}",
                "{http: 'http://localhost/x', status: 404, body: x}",
                "{tcp: 2222}",
                "{event: exit, name: dhcp, code: 0, reason: x}",
                "{explained: no-init, of: kernel}"
            })
    void whatTheReaderTakesTheSchemaTakes(String step) throws IOException {
        String text = "test: {timeout: 1.5m, memory: 96M, expect: [" + step + "]}";

        assertThat(read(text).problems()).isEmpty();
        assertThat(valid(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{consol: x}",
                "{ready: false}",
                "{console: x, state: running}",
                "{service: web, state: happy}",
                "{exec: id, code: 256}",
                "{exec: id, code: 1, fails: true}",
                "{log: web}",
                "{http: 'http://example.org/'}",
                "{http: 'http://127.0.0.1/', contains: x, body: x}",
                "{tcp: 70000}",
                "{console: x, within: soon}",
                "{finding: PRV01}"
            })
    void whatTheReaderRefusesTheSchemaRefuses(String step) throws IOException {
        String text = "test: {expect: [" + step + "]}";

        assertThat(read(text).test()).isEqualTo(BootTest.NONE);
        assertThat(read(text).problems()).hasSize(1);
        assertThat(valid(text)).isFalse();
    }
}
