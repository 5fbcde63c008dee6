package dev.lamina.model.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.model.conformance.Conformance;
import dev.lamina.model.problem.InvalidCompositionException;
import dev.lamina.model.yaml.ImageTexts.Named;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ImageTextsTest {
    private static final String DIGEST = "@sha256:" + "0123456789abcdef".repeat(4);

    @Test
    void namesChangeAndNothingElseDoes() {
        String text = """
                # the kernel: nginx:1.27
                kernel:
                  image:   "linuxkit/kernel:6.6.71"   # pinned later
                  cmdline: 'console=ttyS0'
                init: [ linuxkit/init:1,'linuxkit/runc:2' , &c linuxkit/containerd:3]

                services:
                  - image: nginx:1.27
                    name: nginx
                  - {name: "b", image: &img !!str example.org:5000/b}
                  - name: c
                    image: *img
                  - name: d
                    image:
                      *c
                volumes:
                - name: v
                  image: v:1#2
                onshutdown: [{"name":"e","image":"e:1"}]
                """;

        assertThat(pinned(text)).isEqualTo("""
                # the kernel: nginx:1.27
                kernel:
                  image:   "linuxkit/kernel:6.6.71+"   # pinned later
                  cmdline: 'console=ttyS0'
                init: [ linuxkit/init:1+,'linuxkit/runc:2+' , &c linuxkit/containerd:3+]

                services:
                  - image: nginx:1.27+
                    name: nginx
                  - {name: "b", image: &img !!str example.org:5000/b+}
                  - name: c
                    image: *img
                  - name: d
                    image:
                      *c
                volumes:
                - name: v
                  image: v:1#2+
                onshutdown: [{"name":"e","image":"e:1+"}]
                """);
    }

    @Test
    void lineEndsMarksAndLettersAboveThePlaneStayAsTheyAre() {
        String text =
                "\uFEFF# \uD83D\uDC27 \u2028init: [\"a:1\"] # \uD83D\uDC27\r\nonboot:\r- {name: a, # x\r\n image: b:1}\u0085";
        assertThat(pinned(text)).isEqualTo(text.replace("a:1", "a:1+").replace("b:1", "b:1+"));
    }

    @Test
    void foldersOfPackagesAreNotNamed() {
        assertThat(ImageTexts.of(new SourceText("x.yml", "init: [\"@pkg:./init\", a:1]\n"))
                        .all())
                .extracting(Named::text)
                .containsExactly("a:1");
    }

    @Test
    void aNameThatIsWrittenOddlyIsRefused() {
        for (String odd : List.of("\"n\\x67inx\"", "|-\n      nginx", ">-\n      nginx")) {
            String text = "onboot:\n  - name: a\n    image: " + odd + "\n";
            assertThatThrownBy(() -> pinned(text))
                    .isInstanceOf(InvalidCompositionException.class)
                    .hasMessage("x.yml:3:12: the name nginx is written in a form that cannot be changed in place");
        }
    }

    @Test
    void aNameThatIsAlsoSomethingElseIsRefused() {
        String text = "onboot:\n  - name: &n nginx\n    image: *n\n";
        assertThatThrownBy(() -> pinned(text))
                .isInstanceOf(InvalidCompositionException.class)
                .hasMessage("x.yml:1:1: the name of an image is used for something else as well, by an alias");
    }

    @TestFactory
    Stream<DynamicTest> ofEveryCompositionOnlyTheNamesChange() {
        return Conformance.cases().stream()
                .flatMap(each -> each.documents().stream())
                .distinct()
                .map(document -> DynamicTest.dynamicTest(document.name(), () -> change(document)));
    }

    /// Some images of the document, with its own line ends and with others.
    private static void change(SourceText document) {
        for (long seed = 1; seed <= 8; seed++) {
            Random random = new Random(seed * 31 + document.name().hashCode());
            String text =
                    random.nextBoolean() ? document.text() : document.text().replace("\n", "\r\n");
            ImageTexts images = ImageTexts.of(new SourceText(document.name(), text));
            Map<Named, String> names = new HashMap<>();
            for (Named image : images.all()) {
                if (random.nextBoolean()) {
                    names.put(image, image.text() + DIGEST);
                }
            }

            String changed = images.with(names);

            assertThat(changed.replace(DIGEST, "")).as("seed " + seed).isEqualTo(text);
            assertThat(changed.length() - text.length()).isEqualTo(names.size() * DIGEST.length());
            List<String> expected = new ArrayList<>();
            images.all().forEach(image -> expected.add(names.getOrDefault(image, image.text())));
            ImageTexts again = ImageTexts.of(new SourceText(document.name(), changed));
            assertThat(again.all()).extracting(Named::text).isEqualTo(expected);
        }
    }

    /// With a digest at each name, shown as `+`.
    private static String pinned(String text) {
        ImageTexts images = ImageTexts.of(new SourceText("x.yml", text));
        Map<Named, String> names = new HashMap<>();
        images.all().forEach(image -> names.put(image, image.text() + DIGEST));
        return images.with(names).replace(DIGEST, "+");
    }
}
