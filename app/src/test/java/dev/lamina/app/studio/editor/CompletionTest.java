package dev.lamina.app.studio.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.editor.Completion.Proposals;
import dev.lamina.model.Composition;
import dev.lamina.model.edit.Document;
import dev.lamina.model.value.Capability;
import dev.lamina.model.yaml.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CompletionTest {
    private static final Composition KNOWN =
            Document.of(new SourceText("x.yml", """
                    services:
                      - name: web
                        image: a
                        binds: [/srv/www:/www, data:/data]
                        runtime: {mkdir: [/var/lib/web], bindNS: {net: /run/netns/web}}
                    volumes:
                      - name: data
                    files:
                      - path: etc/motd
                        contents: hello
                    """)).composition();

    @Test
    void atTheRootTheSectionsThatAreMissingAreProposed() {
        assertThat(labels("kernel:\n  image: a\nfiles: []\n|"))
                .containsExactly("init", "onboot", "onshutdown", "services", "volumes", "trust");
    }

    @Test
    void inAComponentItsKeysAreProposedThoseThatItNeedsFirst() {
        assertThat(labels("services:\n  - |")).startsWith("name", "image", "capabilities");
        assertThat(labels("services:\n  - name: a\n    im|\n")).startsWith("image");
        assertThat(labels("services:\n  - name: a\n    |\n    image: b\n"))
                .doesNotContain("name", "image")
                .contains("binds");
    }

    @Test
    void aKeyIsBegunAsItsValueWantsIt() {
        assertThat(written("services:\n  - name: a\n    ima|", "image"))
                .isEqualTo("services:\n  - name: a\n    image: ");
        assertThat(written("services:\n  - name: a\n    bin|", "binds"))
                .isEqualTo("services:\n  - name: a\n    binds:\n      - ");
        assertThat(written("ser|", "services")).isEqualTo("services:\n  - name: ");
        assertThat(written("services:\n  - {name: a, im|}", "image")).isEqualTo("services:\n  - {name: a, image: }");
        assertThat(written("services:\n  - name: a\n    im|age: b", "image"))
                .isEqualTo("services:\n  - name: a\n    image: b");
    }

    @Test
    void allCapabilitiesAreProposedWithWhatTheyMean() {
        Proposals all = at("services:\n  - name: a\n    capabilities:\n      - |");
        assertThat(all.all())
                .hasSize(Capability.values().length + 2)
                .allMatch(each -> !each.about().isEmpty());
        assertThat(labels("services:\n  - capabilities: [CAP_CHOWN, net_a|]")).containsExactly("CAP_NET_ADMIN");
        assertThat(written("services:\n  - capabilities: |", "CAP_BPF")).endsWith("capabilities: [CAP_BPF]");
    }

    @Test
    void valuesOfNarrowKeysAreProposed() {
        assertThat(labels("services:\n  - net: |")).containsExactly("host", "new", "none", "/run/netns/web");
        assertThat(labels("services:\n  - pid: |")).containsExactly("host", "new");
        assertThat(labels("services:\n  - readonly: |")).containsExactly("true", "false");
        assertThat(labels("services:\n  - mounts:\n      - type: t|")).startsWith("tmpfs");
        assertThat(labels("services:\n  - uid: |")).containsExactly("web");
    }

    @Test
    void imagesAreProposedWhereverAnImageStands() {
        assertThat(labels("kernel:\n  image: |")).containsExactly("lamina/kernel", "nginx");
        assertThat(labels("init:\n  - lam|")).containsExactly("lamina/kernel");
        assertThat(labels("init: [a, ng|]")).containsExactly("nginx");
    }

    @Test
    void bindsAreProposedPieceByPiece() {
        assertThat(labels("services:\n  - binds:\n      - |"))
                .containsExactly("data", "/etc/motd", "/srv/www", "/var/lib/web");
        assertThat(labels("services:\n  - binds:\n      - /srv/www:/srv|")).containsExactly("/srv/www:/srv/www");
        assertThat(labels("services:\n  - binds:\n      - a:/b:r|")).contains("a:/b:ro");
    }

    @Test
    void programsOfTheImageAreProposedForTheCommand() {
        assertThat(labels("services:\n  - command: [\"/bin|\"]")).containsExactly("/bin/services[0]");
    }

    @Test
    void nothingIsProposedInCommentsTextsAndUnknownPlaces() {
        assertThat(labels("# im|")).isEmpty();
        assertThat(labels("files:\n  - contents: |\n      im¦", '¦')).isEmpty();
        assertThat(labels("services:\n  - name: a # im|")).isEmpty();
        assertThat(labels("nothing:\n  im|")).isEmpty();
        assertThat(labels("services:\n  - net:|")).isEmpty();
    }

    @Test
    void aListAsksForItsNextElement() {
        assertThat(written("services:\n  |", "- name:")).isEqualTo("services:\n  - name: ");
    }

    private static List<String> labels(String marked) {
        return labels(marked, '|');
    }

    private static List<String> labels(String marked, char caret) {
        return at(marked, caret).all().stream().map(Proposal::label).toList();
    }

    private static Proposals at(String marked) {
        return at(marked, '|');
    }

    private static Proposals at(String marked, char caret) {
        int at = marked.lastIndexOf(caret);
        Lines.Text lines = Lines.of(marked.substring(0, at) + marked.substring(at + 1));
        int line = lines.at(at);
        List<ImageNames.Named> images =
                List.of(new ImageNames.Named("lamina/kernel", "The kernel."), new ImageNames.Named("nginx", ""));
        return Completion.at(
                lines, line, at - lines.start(line), new Knowledge(KNOWN, images, path -> List.of("/bin/" + path)));
    }

    /// The text after a proposal was taken.
    private static String written(String marked, String label) {
        int at = marked.lastIndexOf('|');
        String text = marked.substring(0, at) + marked.substring(at + 1);
        Proposals proposals = at(marked);
        Proposal chosen = proposals.all().stream()
                .filter(each -> each.label().equals(label))
                .findFirst()
                .orElseThrow();
        int start = Indenting.lineStart(text, at);
        return text.substring(0, start + proposals.from())
                + chosen.insert().replace("\n", "\n" + " ".repeat(proposals.from()))
                + text.substring(start + proposals.to());
    }
}
