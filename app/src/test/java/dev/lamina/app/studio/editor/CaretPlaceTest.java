package dev.lamina.app.studio.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.edit.Document;
import dev.lamina.model.value.SourceSpan;
import dev.lamina.model.yaml.SourceText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class CaretPlaceTest {

    @Test
    void thePathOfTheValueAtTheCaretIsFound() {
        assertThat(path("kernel:\n  image: lam|ina/kernel\n")).isEqualTo("kernel.image");
        assertThat(path("services:\n  - name: a\n  - name: b\n    ima|ge: c\n")).isEqualTo("services[1].image");
        assertThat(path("services:\n- name: a\n- name: |b\n")).isEqualTo("services[1].name");
        assertThat(path("services:\n  - name: a\n    binds:\n      - /a:/a\n      - /b|:/b\n"))
                .isEqualTo("services[0].binds[1]");
        assertThat(path("init:\n  - a\n  - |b\n")).isEqualTo("init[1]");
    }

    @Test
    void bracketsAreLookedInto() {
        assertThat(path("init: [a, b, |c]\n")).isEqualTo("init[2]");
        assertThat(path("onboot:\n  - {name: dhcp, image: lam|ina/dhcp}\n")).isEqualTo("onboot[0].image");
        assertThat(path("init: [\n  a,\n  |b]\n")).isEqualTo("init[1]");
        assertThat(path("{\"kernel\": {\"image\": \"|a\"}}")).isEqualTo("kernel.image");
        assertThat(path("services:\n  - name: a\n    capabilities: [\"CAP_A\", 'CAP|_B']\n"))
                .isEqualTo("services[0].capabilities[1]");
    }

    @Test
    void aBlockOfTextIsOneValue() {
        assertThat(path(
                        "files:\n  - path: x\n    contents: |\n      services:\n        - na¦me: no\n    mode: \"1\"\n",
                        '¦'))
                .isEqualTo("files[0].contents");
    }

    @Test
    void commentsBelongToWhatFollows() {
        assertThat(path("services:\n  # ab|out a\n  - name: a\n")).isEqualTo("services[0].name");
        assertThat(path("services:\n  - name: a\n    # abo|ut the image\n    image: b\n"))
                .isEqualTo("services[0].image");
    }

    @Test
    void unfinishedTextsHavePlacesToo() {
        assertThat(path("services:\n  - name: a\n    |\n")).isEqualTo("services[0]");
        assertThat(path("services:\n  - name: \"a\n    image: [b\n  - ima|ge:")).isEqualTo("services[1].image");
        assertThat(path("|")).isEqualTo("");
    }

    /// The reader knows for sure where values begin; both must agree.
    @Test
    void everyComponentOfTheExamplesIsFoundWhereTheReaderSawIt() throws Exception {
        try (Stream<Path> examples = Files.list(Path.of("../examples"))) {
            for (Path example : examples.filter(file -> file.toString().matches(".*(?<!\\.lamina)\\.yml"))
                    .toList()) {
                String text = Files.readString(example);
                Lines.Text lines = Lines.of(text);
                Document document = Document.of(new SourceText("x.yml", text));
                document.read().sources().spans().forEach((path, span) -> {
                    if (!path.contains(".metadata")) {
                        assertThat(at(lines, span)).as(example + " " + path).startsWith(parent(path));
                    }
                });
            }
        }
    }

    private static String at(Lines lines, SourceSpan span) {
        return CaretPlace.path(lines, span.line() - 1, span.column() - 1);
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(path.indexOf(']') + 1, 0));
    }

    private static String path(String text) {
        return path(text, '|');
    }

    private static String path(String marked, char caret) {
        int at = marked.lastIndexOf(caret);
        String text = marked.substring(0, at) + marked.substring(at + 1);
        Lines.Text lines = Lines.of(text);
        int line = lines.at(at);
        return CaretPlace.path(lines, line, at - lines.start(line));
    }
}
