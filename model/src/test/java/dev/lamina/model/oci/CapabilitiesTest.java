package dev.lamina.model.oci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.model.problem.InvalidCompositionException;
import dev.lamina.model.value.Capability;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CapabilitiesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
            -                                            | -                                                 | {}
            capabilities: [CAP_KILL, CAP_CHOWN]          | -                                                 | {"bounding":["CAP_CHOWN","CAP_KILL"],"effective":["CAP_KILL","CAP_CHOWN"],"inheritable":["CAP_CHOWN","CAP_KILL"],"permitted":["CAP_CHOWN","CAP_KILL"]}
            capabilities: [CAP_KILL, CAP_KILL]           | "capabilities": ["CAP_BPF"]                       | {"bounding":["CAP_KILL"],"effective":["CAP_KILL"],"inheritable":["CAP_KILL"],"permitted":["CAP_KILL"]}
            capabilities.add: [CAP_BPF, CAP_KILL]        | "capabilities": ["CAP_KILL"]                      | {"bounding":["CAP_BPF","CAP_KILL"],"effective":["CAP_KILL","CAP_BPF"],"inheritable":["CAP_BPF","CAP_KILL"],"permitted":["CAP_BPF","CAP_KILL"]}
            capabilities: [], capabilities.add: [CAP_BPF] | "capabilities": ["CAP_KILL"]                     | {}
            capabilities: [none]                         | "capabilities": ["all"]                           | {}
            ambient: [CAP_KILL, CAP_KILL]                | -                                                 | {"bounding":["CAP_KILL"],"inheritable":["CAP_KILL"],"permitted":["CAP_KILL"],"ambient":["CAP_KILL"]}
            ambient: [NONE]                              | "ambient": ["CAP_KILL"], "capabilities.add": ["CAP_BPF"] | {}
            """)
    void setsFollowFromTheLists(String document, String label, String sets) {
        assertThat(capabilities(document == null ? "" : document, label == null ? "" : label)
                        .toString())
                .isEqualTo(sets);
    }

    @ParameterizedTest
    @CsvSource({"all", "ALL"})
    void allStandsForEachInTheOrderOfTheKernel(String word) {
        JsonNode sets = capabilities("capabilities: [" + word + "]", "");
        assertThat(sets.path("effective").valueStream().map(JsonNode::asString))
                .containsExactlyElementsOf(
                        Arrays.stream(Capability.values()).map(Capability::text).toList());
        assertThat(sets.path("bounding").valueStream().map(JsonNode::asString))
                .containsExactlyElementsOf(Arrays.stream(Capability.values())
                        .map(Capability::text)
                        .sorted()
                        .toList());
    }

    @Test
    void allTwiceIsAll() {
        assertThat(capabilities("capabilities.add: [all]", "\"capabilities\": [\"all\"]")
                        .path("effective"))
                .hasSize(41);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            capabilities.add: [CAP_BPF] | all      | all
            capabilities.add: [none]    | CAP_KILL | none
            """)
    void aWordForManyCannotBeAddedTo(String document, String labelled, String word) {
        assertThatThrownBy(() -> capabilities(document, "\"capabilities\": [\"" + labelled + "\"]"))
                .isInstanceOfSatisfying(
                        InvalidCompositionException.class,
                        thrown -> assertThat(thrown.hint())
                                .hasValue("write capabilities: in place of capabilities.add:, which replaces those of"
                                        + " the label"))
                .hasMessage("test.yml:1:60: \"" + word + "\" must stand alone, but service web adds to the"
                        + " capabilities of the label of image docker.io/lk/web:1");
    }

    private static JsonNode capabilities(String document, String label) {
        return new JsonMapper()
                .readTree(Resolving.web(document, "{" + label + "}").configJson())
                .at("/process/capabilities");
    }
}
