package dev.lamina.assembler.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.assembler.catalogue.Contents.Joined;
import dev.lamina.assembler.catalogue.Contents.Program;
import dev.lamina.model.problem.InvalidCompositionException;
import dev.lamina.model.problem.LaminaException;
import dev.lamina.model.value.Arch;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DescriptionReaderTest {
    private static final String HEAD = """
        name: x
        section: service
        summary: S
        description: D
        icon: i
        licence: MIT
        arch: [amd64]
        """;

    @Test
    void aSmallDescriptionIsEnough() {
        Component component = read("");

        assertThat(component.image().name()).isEqualTo("lamina/x");
        assertThat(component.config()).isEmpty();
        assertThat(component.contents().programs()).isEmpty();
    }

    @Test
    void packagesMayDependOnTheArchitecture() {
        Component component = read("packages: {amd64: [a], arm64: [b, c]}");

        assertThat(component.contents().packages(Arch.AMD64)).containsExactly("a");
        assertThat(component.contents().packages(Arch.ARM64)).containsExactly("b", "c");
        assertThat(component.contents().packages(Arch.S390X)).isEmpty();
    }

    @Test
    void aProgramIsAPathOrAPairOfPaths() {
        assertThat(read("programs: [/usr/bin/a, {from: /usr/bin/b, to: /bin/c}]")
                        .contents()
                        .programs())
                .containsExactly(new Program("/usr/bin/a", "/usr/bin/a"), new Program("/usr/bin/b", "/bin/c"));
    }

    @Test
    void filesOfAFolderAreJoined() {
        assertThat(read("joined: [{path: /etc/all, from: /usr/share/each}]")
                        .contents()
                        .joined())
                .containsExactly(new Joined("/etc/all", "/usr/share/each"));
    }

    @Test
    void aComponentSaysWhatItNeedsOfTheKernel() {
        assertThat(read("").needsOfKernel()).isFalse();
        assertThat(read("modules: [loop]").needsOfKernel()).isTrue();
        assertThat(read("kernel-config: true").needsOfKernel()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        comand: [a]                     | 8:1: unknown key "comand"
        files: [{path: /a, src: b}]     | 8:9: "source" is missing
        files: [{path: /a, source: b, mod: 1}] | 8:31: unknown key "mod"
        files: [{path: a, source: b}]   | 8:16: "a" is not an absolute path
        files: [{path: /a, source: ../b}] | 8:28: "../b" is not a path below the folder of the description
        files: [{path: /a, source: /b}] | 8:28: "/b" is not a path below the folder of the description
        files: [{path: /a, source: "c:b"}] | 8:28: "c:b" is not a path below the folder of the description
        programs: [/a/../b]             | 8:12: "/a/../b" is not an absolute path
        directories: {/a: "0999"}       | 8:14: "0999" is not a file mode in octal digits
        joined: [{path: /a, from: b}]   | 8:27: "b" is not an absolute path
        layers: busybox                 | 8:9: a list is expected here
        reasons: [a]                    | 8:10: a mapping is expected here
        icon: j                         | 8:1: the key "icon" is given twice
        cmdline: {z80: a}               | 8:10: there is no architecture z80
        links: {a: b                    | 9:1: expected ',' or '}', but got <stream end>
        """)
    void whatIsWrongIsNamedWithItsPlace(String line, String problem) {
        assertThatThrownBy(() -> read(line))
                .isInstanceOf(BadDescriptionException.class)
                .hasMessage("components/x/component.yml:" + problem);
    }

    @Test
    void aMisspelledKeyHasAHint() {
        assertThatThrownBy(() -> read("comand: [a]"))
                .extracting(e -> ((LaminaException) e).hint())
                .isEqualTo(Optional.of("did you mean \"command\"?"));
    }

    @Test
    void aLabelThatNobodyWouldUnderstandIsRefused() {
        assertThatThrownBy(() -> read("config: {capabilites: [CAP_CHOWN]}"))
                .isInstanceOf(InvalidCompositionException.class)
                .hasMessageContaining("unknown key \"capabilites\"");
    }

    @Test
    void theNameIsThatOfTheFolder() {
        assertThatThrownBy(() -> read("components/y", HEAD))
                .hasMessage("components/y/component.yml:1:7: the name differs from the folder components/y");
    }

    @Test
    void aCharacterThatYamlDoesNotKnowIsNamedAndNotShown() {
        assertThatThrownBy(() -> read("config:\n  a: \u0007"))
                .isInstanceOf(BadDescriptionException.class)
                .hasMessage("components/x/component.yml:9:6: the character U+0007 is not possible in YAML");
    }

    @Test
    void anEndlessPathIsAPathToo() {
        String path = "/a".repeat(100_000);

        assertThat(read("directories:\n  ? \"" + path + "\"\n  : \"0755\"")
                        .contents()
                        .directories())
                .containsOnlyKeys(path);
    }

    @Test
    void aValueThatHoldsItselfIsRefused() {
        assertThatThrownBy(() -> read("config: &a {x: *a}"))
                .isInstanceOf(BadDescriptionException.class)
                .hasMessageStartingWith("components/x/component.yml:8:")
                .hasMessageEndingWith(": its aliases make it too large");
    }

    @Test
    void aliasesThatMultiplyAreRefused() {
        StringBuilder text = new StringBuilder("config:\n  v0: &v0 [1]\n");
        for (int i = 1; i <= 20; i++) {
            text.append("  v%d: &v%d [*v%d, *v%d]\n".formatted(i, i, i - 1, i - 1));
        }

        assertThatThrownBy(() -> read(text.toString()))
                .isInstanceOf(BadDescriptionException.class)
                .hasMessageEndingWith(": its aliases make it too large");
    }

    @Test
    void brokenYamlOfAnyKindIsAProblemOfTheDescription() {
        assertThatThrownBy(() -> read("config: \"\\UFFFFFFFF\"")).isInstanceOf(BadDescriptionException.class);
        assertThatThrownBy(() -> read("config: " + "[".repeat(200))).isInstanceOf(BadDescriptionException.class);
    }

    private static Component read(String more) {
        return read("components/x", HEAD + more + "\n");
    }

    private static Component read(String folder, String text) {
        return DescriptionReader.component(Component.Origin.BUILT_IN, folder, folder + "/component.yml", text);
    }
}
