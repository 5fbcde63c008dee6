package dev.lamina.model.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.explain.Explanations.Kind;
import dev.lamina.model.value.Capability;
import dev.lamina.model.yaml.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ExplanationsTest {

    @Test
    void everyKeyOfTheSchemaIsExplainedAndNothingElse() {
        List<String> keys = Schema.shapes().stream()
                .flatMap(shape -> shape.keys().stream().map(key -> shape.name() + "." + key.name()))
                .toList();
        assertThat(FactsReader.read("fields.txt").keySet()).containsExactlyInAnyOrderElementsOf(keys);
    }

    @Test
    void everyCapabilityIsExplainedAndNothingElse() {
        assertThat(FactsReader.read("capabilities.txt").keySet())
                .containsExactlyElementsOf(
                        Arrays.stream(Capability.values()).map(Enum::name).toList());
        assertThat(Arrays.stream(Capability.values()).map(Explanations::capability))
                .hasSize(41)
                .allMatch(each -> each.attacker().isPresent() && each.need().isPresent());
    }

    @Test
    void everyTextIsASentenceAndNamesASource() {
        assertThat(all()).allSatisfy(each -> {
            assertThat(sentences(each)).allMatch(text -> text.endsWith(".") && !text.contains("\n"));
            assertThat(each.sources()).isNotEmpty().noneMatch(String::isBlank);
        });
    }

    @Test
    void everyKeyHasItsDefault() {
        assertThat(keys()).allMatch(each -> each.otherwise().isPresent());
    }

    @Test
    void pathsOfDocumentsLeadToTheirKeys() {
        assertThat(title("services[0].binds[1]")).contains("binds");
        assertThat(title("services[12].binds.add[0]")).contains("binds.add");
        assertThat(title("kernel.cmdline")).contains("cmdline");
        assertThat(title("onboot.runtime.mounts[0].options[2]")).contains("options");
        assertThat(title("services[0].sysctl.net.ipv4.ip_forward")).contains("sysctl");
        assertThat(title("services[0].nonsense")).isEmpty();
        assertThat(title("")).isEmpty();
    }

    @Test
    void wordsAreExplainedWithTheirValues() {
        assertThat(Explanations.word(Kind.KERNEL, "console=ttyS0"))
                .map(Explanation::title)
                .contains("console");
        assertThat(Explanations.word(Kind.MOUNT, "rslave"))
                .map(Explanation::summary)
                .contains("As `slave`, for all that is mounted below too.");
        assertThat(Explanations.word(Kind.MOUNT, "ro")).isNotEqualTo(Explanations.word(Kind.KERNEL, "ro"));
        assertThat(Explanations.words(Kind.NAMESPACE)).containsExactly("host", "root", "new", "none");
        assertThat(Explanations.word(Kind.KERNEL, "nonsense")).isEmpty();
    }

    @Test
    void keysOfOneNameAreFoundWhereverTheyStand() {
        assertThat(Explanations.keys("readonly")).containsOnlyKeys("container.readonly", "volume.readonly");
        assertThat(Explanations.keys("volume.readonly")).containsOnlyKeys("volume.readonly");
    }

    private static Optional<String> title(String path) {
        return Explanations.key(path).map(Explanation::title);
    }

    private static List<Explanation> all() {
        List<Explanation> all = new ArrayList<>(keys());
        Arrays.stream(Capability.values()).map(Explanations::capability).forEach(all::add);
        for (Kind kind : Kind.values()) {
            Explanations.words(kind)
                    .forEach(word -> all.add(Explanations.word(kind, word).orElseThrow()));
        }
        return all;
    }

    private static List<Explanation> keys() {
        return Schema.shapes().stream()
                .flatMap(shape -> shape.keys().stream().map(key -> Explanations.of(shape, key)))
                .toList();
    }

    private static Stream<String> sentences(Explanation each) {
        return Stream.of(
                        Optional.of(each.summary()),
                        Optional.of(each.detail()),
                        each.attacker(),
                        each.need(),
                        each.otherwise())
                .flatMap(Optional::stream);
    }
}
