package dev.lamina.model.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.edit.Edit.Append;
import dev.lamina.model.edit.Edit.Insert;
import dev.lamina.model.edit.Edit.Remove;
import dev.lamina.model.edit.Edit.RenameKey;
import dev.lamina.model.edit.Edit.Set;
import dev.lamina.model.yaml.SourceText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Whole texts before and after edits.
final class DocumentEditorTest {
    private static final String SERVICE = """
            # a system
            kernel:
              image: linuxkit/kernel:6.6.71   # pinned later
              cmdline: 'console=ttyS0'
            services:
              # the web server
              - name: web
                image: "nginx:1.27"
                capabilities: [all]

              - name: api # second
                image: api:1
                binds:
                  - /a:/a # one
                  # about b
                  - /b:/b
                # readonly: true

              # note: last
              - {name: db, image: db:1}
            """;

    static String edited(String text, Edit... edits) {
        return DocumentEditor.apply(List.of(new SourceText("x.yml", text)), List.of(edits))
                .getFirst()
                .text();
    }

    private static Map<String, Object> map(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    @Nested
    final class Values {
        @Test
        void aValueTakesThePlaceOfAnother() {
            assertThat(edited(SERVICE, new Set("kernel.image", "linuxkit/kernel:6.6.72")))
                    .isEqualTo(SERVICE.replace("6.6.71 ", "6.6.72 "));
        }

        @Test
        void quotesStay() {
            assertThat(edited(
                            SERVICE,
                            new Set("kernel.cmdline", "it's quiet"),
                            new Set("services[0].image", "nginx:1.28")))
                    .isEqualTo(
                            SERVICE.replace("'console=ttyS0'", "'it''s quiet'").replace("nginx:1.27", "nginx:1.28"));
        }

        @Test
        void theSameValueChangesNothing() {
            SourceText document = new SourceText("x.yml", SERVICE);
            assertThat(DocumentEditor.apply(
                            List.of(document),
                            List.of(
                                    new Set("services[0].capabilities", List.of("all")),
                                    new Set("services[2]", map("image", "db:1", "name", "db")))))
                    .first()
                    .isSameAs(document);
        }

        @Test
        void theListInBracketsStaysInBrackets() {
            assertThat(edited(SERVICE, new Set("services[0].capabilities", List.of("CAP_NET_ADMIN", "CAP_KILL"))))
                    .isEqualTo(SERVICE.replace("[all]", "[CAP_NET_ADMIN, CAP_KILL]"));
        }

        @Test
        void onlyWhatDiffersOfAListChanges() {
            assertThat(edited(SERVICE, new Set("services[1].binds", List.of("/x:/x", "/b:/b", "/c:/c"))))
                    .isEqualTo(SERVICE.replace("/a:/a", "/x:/x")
                            .replace("      - /b:/b\n", "      - /b:/b\n      - /c:/c\n"));
        }

        @Test
        void aTextIsQuotedWhereYamlTakesItForSomethingElse() {
            for (String text : List.of(
                    "yes",
                    "no",
                    "on",
                    "~",
                    "null",
                    "0644",
                    "1e3",
                    "1_000",
                    "12:30",
                    "2024-01-01",
                    "true",
                    "",
                    " a",
                    "a: b",
                    "a #b",
                    "- a",
                    "*a",
                    "&a",
                    "!t",
                    "@x",
                    "%x",
                    "a:",
                    "{a}",
                    "<<",
                    "=",
                    "1_0e3",
                    "? a")) {
                assertThat(edited("a: x\n", new Set("a", text))).isEqualTo("a: \"" + text + "\"\n");
            }
            for (String text :
                    List.of("a", "-a", "a:b", "/a:/b", "a#b", "http://x", "a, b", "1.2.3", "CAP_KILL", "ü ☃"))
                assertThat(edited("a: x\n", new Set("a", text))).isEqualTo("a: " + text + "\n");
            assertThat(edited("a: x\n", new Set("a", "tab\t\"\\\u0001\u2028")))
                    .isEqualTo("a: \"tab\\t\\\"\\\\\\x01\\u2028\"\n");
        }

        @Test
        void truthsAndNumbersArePlain() {
            assertThat(edited("a: 'x'\nb: y # z\n", new Set("a", true), new Set("b", -5L)))
                    .isEqualTo("a: true\nb: -5 # z\n");
        }

        @Test
        void textsInBracketsAreQuotedWhereTheyHoldBracketsOrCommas() {
            assertThat(edited("a: [x]\n", new Append("a", "b,c"), new Append("a", "d]"), new Append("a", "e:f")))
                    .isEqualTo("a: [x, \"b,c\", \"d]\", e:f]\n");
        }

        @Test
        void valuesOfSeveralLinesAreReplacedAsAWhole() {
            String text = """
                    files:
                      - path: a
                        contents: | # hosts
                          one
                            two

                      - path: b
                        contents: "x
                          y" # z
                      - path: c
                        contents: >-
                          a
                          b
                        mode: "0600"
                    """;
            assertThat(edited(
                            text,
                            new Set("files[0].contents", "one"),
                            new Set("files[1].contents", "two"),
                            new Set("files[2].contents", "l1\n  l2\n")))
                    .isEqualTo("""
                            files:
                              - path: a
                                contents: one # hosts

                              - path: b
                                contents: "two" # z
                              - path: c
                                contents: |
                                  l1
                                    l2
                                mode: "0600"
                            """);
        }

        @Test
        void aListTakesThePlaceOfAValueAndAValueThatOfAList() {
            assertThat(edited(
                            """
                    a: x # one
                    b: # two
                      - y
                      - z # three
                    c:
                    d: {e: f}
                    """,
                            new Set("a", List.of("p", "q")),
                            new Set("b", "r"),
                            new Set("c", map("g", "h", "i", List.of()))))
                    .isEqualTo("""
                            a: # one
                              - p
                              - q
                            b: r # two
                            c:
                              g: h
                              i: []
                            d: {e: f}
                            """);
        }
    }

    @Nested
    final class Keys {
        @Test
        void aKeyComesBehindTheLastOneOfItsMapping() {
            assertThat(edited(
                            SERVICE,
                            new Set("services[1].readonly", true),
                            new Set("services[2].readonly", true),
                            new Set("kernel.binary", "bzImage")))
                    .isEqualTo(SERVICE.replace("/b:/b\n", "/b:/b\n    readonly: true\n")
                            .replace("image: db:1}", "image: db:1, readonly: true}")
                            .replace("ttyS0'\n", "ttyS0'\n  binary: bzImage\n"));
        }

        @Test
        void keysMayHoldDots() {
            assertThat(edited(
                            "services:\n- name: a\n  image: b\n  binds: [/x:/x]\n  sysctl:\n    net.ipv4.ip_forward: \"0\"\n",
                            new Set("services[0].sysctl.net.ipv4.ip_forward", "1"),
                            new Set("services[0].sysctl.net.core.somaxconn", "1024"),
                            new Append("services[0].binds.add", "/y:/y"),
                            new Set("services[0].annotations.dev.lamina.restart", "always")))
                    .isEqualTo("""
                            services:
                            - name: a
                              image: b
                              binds: [/x:/x]
                              sysctl:
                                net.ipv4.ip_forward: "1"
                                net.core.somaxconn: "1024"
                              binds.add: [/y:/y]
                              annotations:
                                dev.lamina.restart: always
                            """);
        }

        @Test
        void aRemovedKeyTakesItsLinesAndComments() {
            assertThat(edited(
                            SERVICE,
                            new Remove("services[1].binds"),
                            new Remove("services[0].capabilities"),
                            new Remove("kernel.image"),
                            new Remove("services[2].image")))
                    .isEqualTo("""
                            # a system
                            kernel:
                              cmdline: 'console=ttyS0'
                            services:
                              # the web server
                              - name: web
                                image: "nginx:1.27"

                              - name: api # second
                                image: api:1
                                # readonly: true

                              # note: last
                              - {name: db}
                            """);
        }

        @Test
        void theDashMovesToTheNextKey() {
            assertThat(edited(SERVICE, new Remove("services[1].name"), new Remove("services[2].name")))
                    .isEqualTo(SERVICE.replace("name: api # second\n    image", "image")
                            .replace("name: db, ", ""));
        }

        @Test
        void allKeysLeaveAnEmptyMapping() {
            assertThat(edited(
                            "kernel:\n  image: k\n  # c\n  cmdline: x # d\ninit: [a]\nservices:\n  - name: n\n    image: i\n",
                            new Remove("kernel.image"),
                            new Remove("kernel.cmdline"),
                            new Remove("init[0]"),
                            new Remove("services[0].name"),
                            new Remove("services[0].image")))
                    .isEqualTo("kernel: {}\ninit: []\nservices:\n  - {}\n");
        }

        @Test
        void aKeyGetsAnotherName() {
            assertThat(edited(
                            "services:\n  - name: a\n    image: b\n    # limits\n    \"rlimits\": [x] # y\n",
                            new RenameKey("services[0].rlimits", "tmpfs"),
                            new RenameKey("services[0].name", "hostname")))
                    .isEqualTo("services:\n  - hostname: a\n    image: b\n    # limits\n    \"tmpfs\": [x] # y\n");
        }
    }

    @Nested
    final class Elements {
        @Test
        void anElementComesAtTheEndWithTheIndentationOfTheOthers() {
            assertThat(edited(
                            SERVICE,
                            new Append("services[1].binds", "/c:/c"),
                            new Append("services[0].capabilities", "CAP_KILL"),
                            new Append("services", map("name", "new", "image", "n:1", "binds", List.of("/x:/x")))))
                    .isEqualTo(
                            SERVICE.replace("/b:/b\n", "/b:/b\n      - /c:/c\n").replace("[all]", "[all, CAP_KILL]")
                                    + "  - name: new\n    image: n:1\n    binds: [/x:/x]\n");
        }

        @Test
        void anElementComesInFrontOfAnother() {
            assertThat(edited(
                            SERVICE,
                            new Insert("services[0]", map("name", "first", "image", "f:1")),
                            new Insert("services[1].binds[1]", "/c:/c"),
                            new Insert("services[0].capabilities[0]", "CAP_KILL")))
                    .isEqualTo(SERVICE.replace("services:\n", "services:\n  - name: first\n    image: f:1\n")
                            .replace("# one\n", "# one\n      - /c:/c\n")
                            .replace("[all]", "[CAP_KILL, all]"));
        }

        @Test
        void aRemovedElementTakesItsLinesAndTheCommentAboveIt() {
            assertThat(edited(SERVICE, new Remove("services[1].binds[1]"), new Remove("services[2]")))
                    .isEqualTo(SERVICE.replace("      # about b\n      - /b:/b\n", "")
                            .replace("  # note: last\n  - {name: db, image: db:1}\n", ""));
        }

        @Test
        void theCommentAboveTheFirstElementIsThatOfTheList() {
            assertThat(edited(SERVICE, new Remove("services[0]")))
                    .isEqualTo(
                            SERVICE.replace("  - name: web\n    image: \"nginx:1.27\"\n    capabilities: [all]\n", ""));
        }

        @Test
        void aListThatIsNotThereIsMadeWithItsKey() {
            assertThat(edited(
                            "services:\n  - name: a\n    image: b\n",
                            new Append("services[0].runtime.mkdir", "/x"),
                            new Append("services[0].runtime.mkdir", "/y"),
                            new Append("files", map("path", "/etc/x", "contents", "a\nb\n"))))
                    .isEqualTo("""
                            services:
                              - name: a
                                image: b
                                runtime:
                                  mkdir:
                                    - /x
                                    - /y
                            files:
                              - path: /etc/x
                                contents: |
                                  a
                                  b
                            """);
        }

        @Test
        void anElementComesInFrontOfNothing() {
            assertThat(edited(
                            "services:\n  - name: a\n    image: b\n",
                            new Insert("onboot[0]", map("name", "c")),
                            new Insert("services[0].command[0]", "d"),
                            new Insert("services[1]", map("name", "e"))))
                    .isEqualTo("onboot:\n  - name: c\n"
                            + "services:\n  - name: a\n    image: b\n    command:\n      - d\n  - name: e\n");
        }

        @Test
        void listsOverSeveralLinesInBracketsKeepTheirForm() {
            String text = """
                    a: [
                      x, # one
                      y, # two
                      z # three
                    ]
                    b: [ p, q,
                         r ]
                    c: [
                      k,
                    ]
                    """;
            assertThat(edited(
                            text,
                            new Remove("a[1]"),
                            new Append("a", "w"),
                            new Remove("b[2]"),
                            new Append("c", "l"),
                            new Append("c", "m")))
                    .isEqualTo("""
                            a: [
                              x, # one
                              z, # three
                              w
                            ]
                            b: [ p, q ]
                            c: [
                              k,
                              l,
                              m,
                            ]
                            """);
            assertThat(edited(text, new Remove("a[2]"), new Remove("a[1]"), new Remove("b[0]"), new Remove("c[0]")))
                    .isEqualTo("""
                            a: [
                              x # one
                            ]
                            b: [ q,
                                 r ]
                            c: []
                            """);
        }

        @Test
        void anEmptyListInBracketsOpensForMappings() {
            assertThat(edited(
                            "services: [] # none yet\ninit: []\n",
                            new Append("services", map("name", "a", "image", "b")),
                            new Append("init", "i:1")))
                    .isEqualTo("services: # none yet\n  - name: a\n    image: b\ninit: [i:1]\n");
        }
    }

    @Nested
    final class Comments {
        private static final String TEXT = """
                services:
                  - name: a
                    image: a
                    # readonly: true

                  # about b

                  - name: b
                    image: b
                    binds:
                      - /x:/x
                        # - /y:/y
                    # below the binds
                    net: new
                # the end
                """;

        @Test
        void thoseFurtherToTheRightGoWithAnElement() {
            assertThat(edited(TEXT, new Remove("services[0]")))
                    .isEqualTo("services:\n" + TEXT.substring(TEXT.indexOf("\n  # about b")));
            assertThat(edited(TEXT, new Remove("services[1].binds")))
                    .isEqualTo(TEXT.replace("    binds:\n      - /x:/x\n        # - /y:/y\n", ""));
        }

        @Test
        void newElementsComeBelowThem() {
            assertThat(edited(TEXT, new Append("services[1].binds", "/z:/z"), new Insert("services[1]", "c")))
                    .isEqualTo(TEXT.replace("# - /y:/y\n", "# - /y:/y\n      - /z:/z\n")
                            .replace("# readonly: true\n", "# readonly: true\n  - c\n"));
        }

        @Test
        void thoseBehindABlankLineStay() {
            assertThat(edited(TEXT, new Remove("services[1]")))
                    .isEqualTo(TEXT.substring(0, TEXT.indexOf("\n  - name: b")) + "\n# the end\n");
        }

        @Test
        void thoseOfTheFileStayWhereTheyAre() {
            assertThat(edited("# top\n\n# kernel\nkernel: {}\n# init\ninit: [a]\n# end\n", new Remove("kernel")))
                    .isEqualTo("# top\n\n# kernel\n# init\ninit: [a]\n# end\n");
            assertThat(edited("kernel: {}\n# init\ninit: [a]\n# end\n", new Append("files", "x"), new Remove("kernel")))
                    .isEqualTo("# init\ninit: [a]\nfiles: [x]\n# end\n");
        }
    }

    @Test
    void listsWithinListsKeepTheirDashes() {
        assertThat(edited(
                        "a:\n- - x # one\n  - y\n- - z\n",
                        new Remove("a[0][0]"),
                        new Append("a[0]", "v"),
                        new Insert("a[1][0]", "w")))
                .isEqualTo("a:\n- - y\n  - v\n- - w\n  - z\n");
    }

    @Test
    void jsonStaysJson() {
        assertThat(edited(
                        "{\"services\": [{\"name\": \"a\", \"image\": \"b\"}]}\n",
                        new Set("services[0].readonly", true),
                        new Set("services[0].binds", List.of("/a:/a")),
                        new Append("services", map("name", "c", "image", "d"))))
                .isEqualTo("{\"services\": [{\"name\": \"a\", \"image\": \"b\", \"readonly\": true, "
                        + "\"binds\": [\"/a:/a\"]}, {\"name\": \"c\", \"image\": \"d\"}]}\n");
    }

    @Test
    void lineEndsStayAndAMissingOneStaysMissing() {
        assertThat(edited(
                        "services:\r\n  - name: a\r\n    image: b",
                        new Set("services[0].readonly", true),
                        new Append("services", map("name", "c", "image", "d"))))
                .isEqualTo(
                        "services:\r\n  - name: a\r\n    image: b\r\n    readonly: true\r\n  - name: c\r\n    image: d");
        assertThat(edited("a: 1\r\nb: 2", new Remove("b"))).isEqualTo("a: 1");
        assertThat(edited("a: 1\r\nb: 2", new Remove("a"))).isEqualTo("b: 2");
        assertThat(edited("a: 1\nb: 2\n", new Remove("a"), new Remove("b"))).isEqualTo("{}\n");
    }
}
