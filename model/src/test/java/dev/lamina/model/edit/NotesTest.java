package dev.lamina.model.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.edit.Edit.Note;
import dev.lamina.model.yaml.SourceText;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class NotesTest {
    private static final String SYSTEM = """
            # a system
            kernel:
              image: k:1
            init: [i:1]
            services:
              # all of them
              - name: web
                image: w:1
              # lamina: allow PRV01 until 2030-01-31 because it is a test
              - name: db
                image: d:1
            """;

    private static Document document(String text) {
        return Document.of(new SourceText("x.yml", text));
    }

    private static Document noted(String text, Note... notes) {
        return document(text).apply(Change.of("note", notes));
    }

    @Test
    void aNoteIsACommentDirectlyAbove() {
        Document noted = noted(
                SYSTEM,
                new Note("kernel", "small"),
                new Note("services[0]", "the front\n\n  indented "),
                new Note("services[1]", "data"));
        assertThat(noted.text())
                .isEqualTo(SYSTEM.replace("kernel:", "# note: small\nkernel:")
                        .replace("  - name: web", "  # note: the front\n  # note:\n  #         indented\n  - name: web")
                        .replace("  - name: db", "  # note: data\n  - name: db"));
        assertThat(Notes.of(noted))
                .isEqualTo(Map.of("kernel", "small", "services[0]", "the front\n\n  indented", "services[1]", "data"));
    }

    @Test
    void aListBetweenBracketsGetsLinesForIt() {
        assertThat(noted("init: [i:1, 'i:2'] # both\n", new Note("init[1]", "runs"))
                        .text())
                .isEqualTo("init: # both\n  - i:1\n  # note: runs\n  - 'i:2'\n");
        assertThat(noted("init: [i:1]", new Note("init[0]", "runs")).text())
                .isEqualTo("init:\n  # note: runs\n  - i:1");
    }

    @Test
    void aNoteIsReplacedWhereItStands() {
        String text = "services:\r\n  # x\r\n  # note: a\r\n  #   more\r\n  # y\r\n  - name: web\r\n    image: w:1";
        assertThat(noted(text, new Note("services[0]", "b\nc")).text())
                .isEqualTo(text.replace("note: a\r\n  #   more", "note: b\r\n  #       c"));
        assertThat(noted(text, new Note("services[0]", " ")).text())
                .isEqualTo(text.replace("  # note: a\r\n  #   more\r\n", ""));
    }

    @Test
    void withoutANoteThereIsNothingToTakeAway() {
        assertThat(noted(SYSTEM, new Note("services[0]", "")).text()).isEqualTo(SYSTEM);
        assertThat(noted(SYSTEM, new Note("init[0]", "")).text()).isEqualTo(SYSTEM);
    }

    @Test
    void whatCannotBeShownIsNotWritten() {
        assertThat(Notes.of(noted(SYSTEM, new Note("services[0]", "a\tb\u0000c\r\nd\uD800"))))
                .isEqualTo(Map.of("services[0]", "a b\uFFFDc\nd\uFFFD"));
    }

    @Test
    void whatLooksLikeANoteInATextIsNone() {
        assertThat(Notes.of(document("""
                files:
                  - path: a
                    contents: |
                      # note: none
                  - path: b
                    contents: x
                """))).isEmpty();
    }

    @Test
    void componentsThatAreNotThereHaveNoNumber() {
        assertThat(Notes.of(document("services:\n  # note: x\n  - 7\n  # note: y\n  - name: a\n    image: b\n")))
                .isEqualTo(Map.of("services[0]", "y"));
    }
}
