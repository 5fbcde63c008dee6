package dev.lamina.model.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lamina.model.edit.Edit.InsertText;
import dev.lamina.model.edit.Edit.Move;
import dev.lamina.model.edit.Edit.Remove;
import dev.lamina.model.edit.Edit.Set;
import dev.lamina.model.problem.InvalidCompositionException;
import dev.lamina.model.yaml.SourceText;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class MoveTest {
    private static final String SYSTEM = """
        # a system
        kernel:
          image: k:1
        init: [i:1, i:2]
        onboot:
        - name: sysctl # first
          image: s:1
        services:
          # note: the front
          # lamina: allow PRV01 until 2030-01-31 because it is a test
          -   name: web
              image: "w:1" # pinned
              binds:
              - /a:/a
                # - /b:/b

          # about db
          - name: db
            image: d:1
            files: |
              text

                more
          # a list of its own
          - {name: log, image: l:1}
        # the end
        """;

    private static String edited(String text, Edit... edits) {
        return DocumentEditor.apply(List.of(new SourceText("x.yml", text)), List.of(edits))
                .getFirst()
                .text();
    }

    private static String refused(String text, Edit... edits) {
        return Objects.requireNonNull(catchThrowableOfType(InvalidCompositionException.class, () -> edited(text, edits))
                .getMessage());
    }

    @Test
    void anElementMovesWithItsTextAndTheCommentsAboveIt() {
        String web = SYSTEM.substring(SYSTEM.indexOf("  # note"), SYSTEM.indexOf("\n  # about db"));
        assertThat(edited(SYSTEM, new Move("services[0]", "onboot[1]")))
                .isEqualTo(
                        SYSTEM.replace(web, "").replace("services:\n", web.replaceAll("(?m)^  ", "") + "services:\n"));
    }

    @Test
    void itIsIndentedAsItsNewListIs() {
        assertThat(edited(SYSTEM, new Move("onboot[0]", "services[1]")))
                .isEqualTo(SYSTEM.replace("onboot:\n- name: sysctl # first\n  image: s:1\n", "onboot: []\n")
                        .replace("    # - /b:/b\n", "    # - /b:/b\n  - name: sysctl # first\n    image: s:1\n"));
    }

    @Test
    void anElementMovesWithinItsList() {
        String db = SYSTEM.substring(SYSTEM.indexOf("  # about db"), SYSTEM.indexOf("  # a list of"));
        assertThat(edited(SYSTEM, new Move("services[1]", "services[0]")))
                .isEqualTo(SYSTEM.replace(db, "").replace("services:\n", "services:\n" + db));
        assertThat(edited(SYSTEM, new Move("services[1]", "services[3]")))
                .isEqualTo(SYSTEM.replace(db, "").replace("# the end\n", db + "# the end\n"));
    }

    @Test
    void whereItIsItStays() {
        SourceText document = new SourceText("x.yml", SYSTEM);
        for (Move move : List.of(
                new Move("services[1]", "services[1]"),
                new Move("services[1]", "services[2]"),
                new Move("init[0]", "init[1]"))) {
            assertThat(DocumentEditor.apply(List.of(document), List.of(move)))
                    .first()
                    .isSameAs(document);
        }
        assertThat(edited(SYSTEM, new Move("services[0]", "services[2]"), new Move("services[1]", "services[2]")))
                .isEqualTo(SYSTEM);
    }

    @Test
    void severalKeepTheOrderInWhichTheyAreMoved() {
        String text = "x:\n- a\n- b\n- c\n- d\n";
        assertThat(edited(text, new Move("x[3]", "x[1]"), new Move("x[0]", "x[1]")))
                .isEqualTo("x:\n- d\n- a\n- b\n- c\n");
    }

    @Test
    void aSectionThatIsNotThereIsMade() {
        assertThat(edited("services:\n  # note: x\n  - name: a\n    image: b\n", new Move("services[0]", "onboot[0]")))
                .isEqualTo("onboot:\n  # note: x\n  - name: a\n    image: b\nservices: []\n");
    }

    @Test
    void aNewSectionStandsWhereItComesDuringBoot() {
        String text = "# top\n\n# s\nservices:\n  - name: a\n    image: b\n\n# f\nfiles: []\n";
        assertThat(edited(text, new InsertText("volumes[0]", "name: v"), new InsertText("kernel", "image: k:1")))
                .isEqualTo(text.replace("# s\n", "kernel:\n  image: k:1\n\n# s\n")
                        .replace("image: b\n", "image: b\n\nvolumes:\n  - name: v\n"));
        String apart = "# s\nservices:\n  - name: a\n    image: b\n\n# f\nfiles: []\n";
        assertThat(edited(apart, new InsertText("volumes[0]", "name: v"), new InsertText("kernel", "image: k:1")))
                .isEqualTo(apart.replace("# s\n", "# s\nkernel:\n  image: k:1\n\n")
                        .replace("image: b\n", "image: b\n\nvolumes:\n  - name: v\n"));
        assertThat(edited("# top\nservices: []\n", new InsertText("kernel", "image: k:1")))
                .isEqualTo("# top\nkernel:\n  image: k:1\nservices: []\n");
        assertThat(edited("\uFEFFservices: []\r\nother: x\r\n", new InsertText("files[0]", "path: x\ncontents: y")))
                .isEqualTo("\uFEFFservices: []\r\nfiles:\r\n  - path: x\r\n    contents: y\r\nother: x\r\n");
    }

    @Test
    void betweenBracketsItStaysOnOneLine() {
        assertThat(edited(SYSTEM, new Move("init[1]", "init[0]")))
                .isEqualTo(SYSTEM.replace("[i:1, i:2]", "[i:2, i:1]"));
        assertThat(edited("init: ['a', b]\nx:\n  - \"c\"\n  - d # e\n", new Move("x[0]", "init[1]")))
                .isEqualTo("init: ['a', \"c\", b]\nx:\n  - d # e\n");
        assertThat(edited("init: ['a', b]\nx:\n  - \"c\"\n", new Move("init[0]", "x[1]")))
                .isEqualTo("init: [b]\nx:\n  - \"c\"\n  - 'a'\n");
        assertThat(edited("a: [x]\nb:\n  - name: web\n    list:\n      - 1\n      - t\n", new Move("b[0]", "a[0]")))
                .isEqualTo("a: [{name: web, list: [1, t]}, x]\nb: []\n");
    }

    @Test
    void linesEndAsTheyDid() {
        String text = "services:\r\n  - name: a\r\n    image: b\r\n  - name: c\r\n    image: d";
        assertThat(edited(text, new Move("services[0]", "services[2]")))
                .isEqualTo("services:\r\n  - name: c\r\n    image: d\r\n  - name: a\r\n    image: b");
        assertThat(edited(text, new Move("services[1]", "onboot[0]")))
                .isEqualTo("onboot:\r\n  - name: c\r\n    image: d\r\nservices:\r\n  - name: a\r\n    image: b");
    }

    @Test
    void whatAliasesNeedElsewhereDoesNotMove() {
        String text =
                "services:\n  - &a\n    name: a\n    image: b\n  - <<: *a\n    name: c\n  - name: d\n    image: e\n";
        assertThat(refused(text, new Move("services[0]", "services[3]")))
                .startsWith("x.yml:2:5: services[0] holds the anchor &a, whose alias is used once");
        assertThat(refused(text, new Move("services[1]", "services[0]")))
                .contains("cannot be changed here without changing something else");
        assertThat(edited(text, new Move("services[1]", "services[3]")))
                .isEqualTo("services:\n  - &a\n    name: a\n    image: b\n  - name: d\n    image: e\n"
                        + "  - <<: *a\n    name: c\n");
        String twice = "x:\n  - &a x\n  - *a\n  - &a y\n  - *a\n  - z\n";
        assertThat(refused(twice, new Move("x[1]", "x[5]"))).contains("a would mean something else");
    }

    @Test
    void whatIsChangedIsNotMovedByTheSameChange() {
        assertThat(refused(SYSTEM, new Move("services[0]", "onboot[0]"), new Set("services[0].name", "x")))
                .contains("services[0].name cannot be changed by the change that moves it");
        assertThat(refused(SYSTEM, new Set("services[0].name", "x"), new Move("services[0]", "onboot[0]")))
                .contains("services[0] cannot be moved by the change that changes what is in it");
        assertThat(refused(SYSTEM, new Move("services[0].name", "onboot[0]")))
                .contains("services[0].name is no element of a list");
        assertThat(refused(SYSTEM, new Move("services[7]", "onboot[0]"))).contains("there is no services[7]");
        assertThat(refused(SYSTEM, new Move("services[0]", "onboot[2]"))).contains("there is no onboot[2]");
    }

    @Test
    void theLastOneRemovedTakesItsNoteWithIt() {
        assertThat(edited("x:\n  # all\n  # note: x\n  - a\n  - b\n", new Remove("x[0]")))
                .isEqualTo("x:\n  # all\n  - b\n");
    }

    @Nested
    final class TextPutIn {
        private static final String SSHD = "# note: login\nname: sshd # s\nimage: s:1\nbinds:\n  - /x:/x\n";

        @Test
        void isIndentedAndKeepsItsComments() {
            String element = "  # note: login\n  - name: sshd # s\n    image: s:1\n    binds:\n      - /x:/x\n";
            assertThat(edited(SYSTEM, new InsertText("services[2]", SSHD)))
                    .isEqualTo(SYSTEM.replace("        more\n", "        more\n" + element));
            assertThat(edited(SYSTEM, new InsertText("onshutdown[0]", SSHD)))
                    .isEqualTo(SYSTEM.replace(
                            "# the end\n", "onshutdown:\n" + element.replaceAll("(?m)^  ", "") + "# the end\n"));
        }

        @Test
        void goesIntoAnEmptyDocumentAndAnEmptyList() {
            assertThat(edited("", new InsertText("services[0]", "name: a\r\nimage: b")))
                    .isEqualTo("services:\n  - name: a\n    image: b\n");
            assertThat(edited("services: []\r\n", new InsertText("services[0]", "name: a\nimage: b\n")))
                    .isEqualTo("services:\r\n  - name: a\r\n    image: b\r\n");
            assertThat(edited("init:\n", new InsertText("init[0]", "a:1"))).isEqualTo("init:\n  - a:1\n");
        }

        @Test
        void isAValueBetweenBrackets() {
            assertThat(edited(SYSTEM, new InsertText("init[1]", "i:3\n")))
                    .isEqualTo(SYSTEM.replace("[i:1, i:2]", "[i:1, i:3, i:2]"));
            assertThat(edited(
                            "{\"services\": [{\"name\": \"a\", \"image\": \"b\"}]}\n",
                            new InsertText("services[0]", SSHD)))
                    .isEqualTo("{\"services\": [{\"name\": \"sshd\", \"image\": \"s:1\", \"binds\": [\"/x:/x\"]}, "
                            + "{\"name\": \"a\", \"image\": \"b\"}]}\n");
        }

        @Test
        void isTheWholeKernel() {
            assertThat(edited(SYSTEM, new InsertText("kernel", "# fast\nimage: k:2\ncmdline: quiet # sh\n")))
                    .isEqualTo(SYSTEM.replace("  image: k:1\n", "  # fast\n  image: k:2\n  cmdline: quiet # sh\n"));
            assertThat(edited("kernel: {image: a}\ninit: [b]\n", new InsertText("kernel", "image: k:2\n")))
                    .isEqualTo("kernel:\n  image: k:2\ninit: [b]\n");
            assertThat(edited("", new InsertText("kernel", "image: k:2\n"))).isEqualTo("kernel:\n  image: k:2\n");
        }

        @Test
        void losesBlankLinesAtItsEndHoweverManyThereAre() {
            SourceText empty = new SourceText("x.yml", "services: []\n");
            String yaml = "name: a\nimage: a:1" + "\n  ".repeat(100_000);

            assertThat(DocumentEditor.apply(List.of(empty), List.of(new Edit.InsertText("services[0]", yaml))))
                    .containsExactly(new SourceText("x.yml", "services:\n  - name: a\n    image: a:1\n"));
        }

        @Test
        void isRefusedWhenItIsNoYamlOrWouldBindOtherAliases() {
            assertThat(refused(SYSTEM, new InsertText("services[0]", "{"))).contains("is no YAML");
            assertThat(refused(SYSTEM, new InsertText("services[0]", " \n"))).contains("is no YAML");
            assertThat(refused("x:\n- &a x\n- *a\n", new InsertText("x[1]", "&a y")))
                    .contains("anchor or alias a would mean something else");
        }
    }
}
