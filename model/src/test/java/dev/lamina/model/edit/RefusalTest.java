package dev.lamina.model.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lamina.model.edit.Edit.Append;
import dev.lamina.model.edit.Edit.Insert;
import dev.lamina.model.edit.Edit.Remove;
import dev.lamina.model.edit.Edit.RenameKey;
import dev.lamina.model.edit.Edit.Replace;
import dev.lamina.model.edit.Edit.Set;
import dev.lamina.model.problem.InvalidCompositionException;
import dev.lamina.model.problem.Problem;
import dev.lamina.model.value.SourceSpan;
import dev.lamina.model.yaml.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RefusalTest {
    private static final String SHARED = """
        services:
          - &web
            name: web
            image: &img nginx:1.27
            capabilities: &caps [all]
          - <<: *web
            name: api
            binds: [/a:/a]
          - name: db
            image: *img
            capabilities: *caps
        """;

    @Test
    void whatAnAliasWritesIsNotChangedThere() {
        assertThat(refused(SHARED, new Set("services[2].image", "x")))
                .isEqualTo("x.yml:10:12: services[2].image is written by the alias *img, which is used once\n"
                        + "hint: write the value out here, or change it in line 4 for all");
        assertThat(refused(SHARED, new Append("services[2].capabilities", "CAP_KILL")))
                .startsWith("x.yml:11:19: services[2].capabilities is written by the alias *caps");
        assertThat(refused(SHARED, new Remove("services[2].capabilities[0]")))
                .startsWith("x.yml:11:19: services[2].capabilities[0] is written by the alias *caps");
    }

    @Test
    void whatAliasesUseElsewhereIsNotChanged() {
        assertThat(refused(SHARED, new Set("services[0].image", "x")))
                .isEqualTo("x.yml:2:5: services[0].image has the anchor &web, whose alias is used once\n"
                        + "hint: write the value out in line 6 first");
        assertThat(refused(SHARED, new Remove("services[0]")))
                .startsWith("x.yml:2:5: services[0] holds the anchor &web, whose alias is used once");
    }

    /// Each on its own, they would be more than anybody can wait for.
    @Test
    @Timeout(20)
    void mergeKeysOfMergeKeysAreLookedThroughOnce() {
        StringBuilder text = new StringBuilder("a0: &a0 {x: y}\n");
        for (int i = 1; i < 60; i++) {
            text.append("a%d: &a%<d {<<: [*a%d, *a%<d]}\n".formatted(i, i - 1));
        }
        List<SourceText> documents = List.of(new SourceText("x.yml", text + "kernel: {<<: *a59}\n"));

        assertThat(DocumentEditor.apply(documents, List.of(new Set("kernel.cmdline", "quiet"))))
                .containsExactly(new SourceText("x.yml", text + "kernel: {<<: *a59, cmdline: quiet}\n"));
    }

    @Test
    void whatAMergeKeyBringsInIsNotChangedThere() {
        assertThat(refused(SHARED, new Set("services[1].image", "x")))
                .isEqualTo("x.yml:6:5: services[1].image comes in by the merge key \"<<\"\n"
                        + "hint: write image out here first");
    }

    @Test
    void whatIsOnlyOfThePlaceItselfIsChanged() {
        assertThat(DocumentEditorTest.edited(
                        SHARED,
                        new Set("services[1].name", "web2"),
                        new Append("services[1].binds", "/b:/b"),
                        new Set("services[1].readonly", true),
                        new Remove("services[2].capabilities")))
                .isEqualTo(SHARED.replace("api", "web2")
                        .replace("[/a:/a]", "[/a:/a, /b:/b]\n    readonly: true")
                        .replace("    capabilities: *caps\n", ""));
    }

    @Test
    void anAnchorThatNobodyUsesStays() {
        assertThat(DocumentEditorTest.edited(
                        "kernel:\n  image: &k !!str a\n  cmdline: &c b # c\n",
                        new Set("kernel.image", "x"),
                        new Set("kernel.cmdline", "z")))
                .isEqualTo("kernel:\n  image: &k x\n  cmdline: &c z # c\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "services[3]",
                "services[1].env[0]",
                "services[2].name.x",
                "kernel.image",
                "",
                "[0]",
                "services[x]"
            })
    void whatIsNotThereIsNotRemoved(String path) {
        assertThat(refused(SHARED, new Remove(path)))
                .contains("there is no " + path + " that could be changed\nhint: read the document");
    }

    @Test
    void noneOfTheEditsIsMadeWhenOneIsRefused() {
        List<SourceText> documents = List.of(new SourceText("x.yml", SHARED));
        InvalidCompositionException refused = catchThrowableOfType(
                InvalidCompositionException.class,
                () -> DocumentEditor.apply(
                        documents,
                        List.of(
                                new Set("services[1].name", "x"),
                                new Insert("services[9]", "x"),
                                new Append("services[0].name", "x"),
                                new Append("services[1].name", "x"))));
        assertThat(refused.problems())
                .extracting(Problem::headline)
                .containsExactly(
                        "x.yml:1:1: there is no services[9] that could be changed",
                        "x.yml:2:5: services[0].name has the anchor &web, whose alias is used once",
                        "x.yml:7:5: services[1].name is no list");
    }

    @Test
    void aNameThatIsTakenIsRefused() {
        assertThat(refused(SHARED, new RenameKey("services[1].binds", "name")))
                .startsWith("x.yml:8:5: services[1].binds cannot be renamed, as there is a key name already");
    }

    @Test
    void placesOutsideOfTheDocumentAreRefused() {
        assertThat(refused(SHARED, new Replace(SourceSpan.at("y.yml", 1, 1), "x")))
                .contains("there is no document y.yml");
        assertThat(refused(SHARED, new Replace(SourceSpan.at("x.yml", 99, 1), "x")))
                .contains("there is no line 99");
        assertThat(refused(SHARED, new Replace(SourceSpan.at("x.yml", 3, 2), "x")))
                .contains("no single value here");
    }

    @Test
    void whatWouldChangeATextNearbyIsRefused() {
        String text = "files:\n  - path: a\n    contents: |\n      without an end of line";
        assertThat(refused(text, new Append("files", "x")))
                .isEqualTo("x.yml:1:1: the text cannot be changed here without changing something else\n"
                        + "hint: end the last line of the file, or change the text by hand");
        assertThat(DocumentEditorTest.edited(text, new Set("files[0].path", "b")))
                .isEqualTo(text.replace("path: a", "path: b"));
    }

    @Test
    void aDocumentThatIsNoMappingHasNothingToChange() {
        for (String text : List.of("null\n", "- a\n", "text", "[x]", "kernel:\n", "services: *a\n", "a: &a [*a]\n")) {
            assertThat(refused(text, new Set("services[0].image", "x"))).contains("there is no services[0].image");
            assertThat(refused(text, new Remove("kernel.image"))).contains("there is no kernel.image");
        }
    }

    @Test
    void keysOfSeveralLinesAreRefused() {
        assertThat(refused("services:\n- ? name\n  : a\n  image: b\n", new Set("services[0].image", "c")))
                .startsWith("x.yml:2:3: services[0].image lies in a mapping with keys of several lines");
    }

    @Test
    void whatIsNoValueIsAMistakeOfTheProgram() {
        assertThatThrownBy(() -> DocumentEditorTest.edited("a: b\n", new Set("a", 'x')))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String refused(String text, Edit edit) {
        InvalidCompositionException refused =
                catchThrowableOfType(InvalidCompositionException.class, () -> DocumentEditorTest.edited(text, edit));
        assertThat(refused).isNotNull();
        return refused.problems().getFirst().headline() + "\nhint: "
                + refused.hint().orElse("");
    }
}
