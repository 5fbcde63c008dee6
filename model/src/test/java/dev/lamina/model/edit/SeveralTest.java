package dev.lamina.model.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.edit.Edit.Append;
import dev.lamina.model.edit.Edit.Insert;
import dev.lamina.model.edit.Edit.Remove;
import dev.lamina.model.edit.Edit.RenameKey;
import dev.lamina.model.edit.Edit.Replace;
import dev.lamina.model.edit.Edit.Set;
import dev.lamina.model.value.SourceSpan;
import dev.lamina.model.yaml.SourceText;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Several edits, several documents, and documents that are not quite right.
final class SeveralTest {
    private static final SourceText FIRST =
            new SourceText("a.yml", "kernel: {image: k, cmdline: quiet}\nonboot:\n  - {name: a, image: a}\n");
    private static final SourceText SECOND = new SourceText(
            "b.yml", "kernel:\n  cmdline: loud\nonboot:\n- {name: b, image: b}\n- {name: c, image: c}\n");
    private static final SourceText THIRD = new SourceText("c.yml", "kernel:\n  cmdline: \"\"\n");

    private static List<String> edited(Edit... edits) {
        return DocumentEditor.apply(List.of(FIRST, SECOND, THIRD), List.of(edits)).stream()
                .map(SourceText::text)
                .toList();
    }

    @Test
    void theListsOfDocumentsFollowOneAnother() {
        assertThat(edited(
                        new Set("onboot[0].image", "x"),
                        new Set("onboot[2].image", "z"),
                        new Append("onboot", "d"),
                        new Insert("onboot[1]", "e"),
                        new Insert("onboot[3]", "f")))
                .containsExactly(
                        FIRST.text().replace("image: a", "image: x"),
                        SECOND.text().replace("onboot:\n", "onboot:\n- e\n").replace("image: c", "image: z")
                                + "- d\n- f\n",
                        THIRD.text());
    }

    @Test
    void aDocumentWithoutChangesIsTheSameObject() {
        List<SourceText> now =
                DocumentEditor.apply(List.of(FIRST, SECOND, THIRD), List.of(new Set("onboot[0].image", "x")));
        assertThat(now.get(1)).isSameAs(SECOND);
        assertThat(now.get(2)).isSameAs(THIRD);
    }

    @Test
    void ofTheKernelThatValueChangesWhichCounts() {
        assertThat(edited(new Set("kernel.cmdline", "x"), new Set("kernel.image", "i"), new Set("kernel.binary", "z")))
                .containsExactly(
                        FIRST.text().replace("image: k", "image: i"),
                        SECOND.text().replace("loud", "x"),
                        THIRD.text() + "  binary: z\n");
        assertThat(edited(new Remove("kernel.cmdline")))
                .containsExactly(
                        FIRST.text().replace(", cmdline: quiet", ""),
                        SECOND.text().replace("kernel:\n  cmdline: loud", "kernel: {}"),
                        "kernel: {}\n");
    }

    @Test
    void elementsThatTheCompositionDoesNotHaveAreNotCounted() {
        String text = """
                services:
                  - name: without-image
                  - name: web
                    image: w
                    capabilities: [1, CAP_KILL, {}]
                  - 7
                  - name: api
                    image: a
                """;
        assertThat(DocumentEditorTest.edited(
                        text,
                        new Set("services[1].image", "x"),
                        new Remove("services[0].capabilities[0]"),
                        new Append("services[0].capabilities", "CAP_FOWNER")))
                .isEqualTo(text.replace("image: a", "image: x").replace("CAP_KILL, {}", "{}, CAP_FOWNER"));
    }

    @Test
    void pathsAreThoseOfTheDocumentsAsTheyAreGiven() {
        String text = "init: [a, b, c, d]\nonboot:\n  - {name: x, image: x}\n  - {name: y, image: y}\n";
        String expected = "init: [b, e]\nonboot:\n  - {name: y, image: z}\n";
        List<Edit> edits = List.of(
                new Remove("init[0]"),
                new Remove("init[2]"),
                new Set("init[3]", "e"),
                new Remove("onboot[0]"),
                new Set("onboot[1].image", "z"));
        assertThat(DocumentEditorTest.edited(text, edits.toArray(Edit[]::new))).isEqualTo(expected);
        assertThat(DocumentEditorTest.edited(text, edits.reversed().toArray(Edit[]::new)))
                .isEqualTo(expected);
    }

    @Test
    void whatLiesInARemovedValueIsGoneWithIt() {
        String text = "onboot:\n  - name: x\n    image: x\n    env: [a]\n  - {name: y, image: y}\n";
        List<Edit> edits =
                List.of(new Remove("onboot[0]"), new Set("onboot[0].image", "z"), new Append("onboot[0].env", "b"));
        for (List<Edit> order : List.of(edits, edits.reversed())) {
            assertThat(DocumentEditorTest.edited(text, order.toArray(Edit[]::new)))
                    .isEqualTo("onboot:\n  - {name: y, image: y}\n");
        }
    }

    @Test
    void ofTwoEditsOfTheSameValueTheLaterCounts() {
        String text = "kernel:\n  image: k\n  cmdline: a\n";
        assertThat(DocumentEditorTest.edited(text, new Remove("kernel.cmdline"), new Set("kernel.cmdline", "b")))
                .isEqualTo("kernel:\n  image: k\n  cmdline: b\n");
        assertThat(DocumentEditorTest.edited(text, new Set("kernel.cmdline", "b"), new Remove("kernel.cmdline")))
                .isEqualTo("kernel:\n  image: k\n");
        assertThat(DocumentEditorTest.edited(text, new Set("kernel.tar", "none"), new Remove("kernel.tar")))
                .isEqualTo(text);
    }

    @Test
    void aKeyThatIsRenamedIsFoundByBothNames() {
        assertThat(DocumentEditorTest.edited(
                        "services:\n- name: a\n  image: b\n  rmlimits: [x]\n",
                        new RenameKey("services[0].rmlimits", "rlimits"),
                        new Append("services[0].rmlimits", "w"),
                        new Append("services[0].rlimits", "z")))
                .isEqualTo("services:\n- name: a\n  image: b\n  rlimits: [x, w, z]\n");
    }

    @Test
    void unknownKeysAndOddValuesAreReplacedAtTheirPlace() {
        String text = "services:\n- name: a\n  image: b\n  rmlimits: [0x1, \"y\"] # c\nx: z\n";
        assertThat(DocumentEditorTest.edited(
                        text,
                        new Replace(new SourceSpan("x.yml", 4, 3, 4, 11), "rlimits"),
                        new Replace(new SourceSpan("x.yml", 4, 14, 4, 17), "'0x1'"),
                        new Replace(new SourceSpan("x.yml", 5, 4, 5, 5), "w")))
                .isEqualTo("services:\n- name: a\n  image: b\n  rlimits: ['0x1', \"y\"] # c\nx: w\n");
    }

    @Test
    void aDocumentThatIsNoYamlIsRepairedAtItsPlace() {
        assertThat(DocumentEditorTest.edited(
                        "onboot:\n  - \"a\"b\n", new Replace(new SourceSpan("x.yml", 2, 5, 2, 9), "'\"a\"b'")))
                .isEqualTo("onboot:\n  - '\"a\"b'\n");
    }

    @Test
    void anEmptyDocumentGetsItsFirstKeys() {
        assertThat(DocumentEditorTest.edited(
                        "# new\n", new Set("kernel.image", "k"), new Append("services", Map.of("name", "a"))))
                .isEqualTo("# new\nkernel:\n  image: k\nservices:\n  - name: a\n");
    }
}
