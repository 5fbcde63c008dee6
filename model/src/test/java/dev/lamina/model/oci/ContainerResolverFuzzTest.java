package dev.lamina.model.oci;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.Composition;
import dev.lamina.model.Section;
import dev.lamina.model.value.Arch;
import dev.lamina.model.yaml.CompositionWriter;
import dev.lamina.model.yaml.RandomCompositions;
import dev.lamina.model.yaml.SourceMap;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ContainerResolverFuzzTest {
    private final JsonMapper json =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyCompositionWithAnyLabelIsResolved(long seed) {
        Composition composition = new RandomCompositions(seed).next();
        Composition labels = new RandomCompositions(-1 - seed).next();
        ContainerResolver resolver = new ContainerResolver(composition, SourceMap.EMPTY, Arch.AMD64);
        for (Section section : Section.values()) {
            for (int i = 0; i < composition.containers(section).size(); i++) {
                resolves(resolver, section, i, label(labels, section));
            }
        }
    }

    private void resolves(ContainerResolver resolver, Section section, int index, String label) {
        ResolvedContainer resolved = resolver.resolve(section, index, Resolving.labelled(label));
        assertThat(json.readTree(resolved.configJson()).path("ociVersion").asString())
                .isEqualTo("1.2.1");
        assertThat(json.readTree(RuntimeJson.write(resolved.runtime())).size()).isEqualTo(6);
    }

    /// The first container of the section as a label, in the part of JSON that YAML reads alike.
    private String label(Composition composition, Section section) {
        if (composition.containers(section).isEmpty()) {
            return "";
        }
        ObjectNode container = (ObjectNode) json.readTree(CompositionWriter.json(composition))
                .path(section.key())
                .path(0);
        return json.writeValueAsString(container.without("name").without("image"))
                .replace("\u007f", "\\u007f");
    }
}
