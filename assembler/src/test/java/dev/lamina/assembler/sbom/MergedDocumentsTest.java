package dev.lamina.assembler.sbom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

final class MergedDocumentsTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    @ParameterizedTest
    @CsvSource({"usr/bin/a, usr/bin/a", "./usr/./a, usr/./a", "/a, a", "././/./a, a", ".a, .a", "'', ''"})
    void pathsGetThePlaceOfTheImageInFront(String name, String place) {
        assertThat(merged(name, "containers/x")).isEqualTo(place.isEmpty() ? "containers/x" : "containers/x/" + place);
        assertThat(merged(name, "")).isEqualTo(place);
    }

    @ParameterizedTest
    @CsvSource({"/", "./"})
    void anEndlessPathIsAPathToo(String slash) {
        assertThat(merged(slash.repeat(200_000) + "a", "")).isEqualTo("a");
    }

    private static String merged(String fileName, String prefix) {
        ArrayNode packages = JSON.createArrayNode();
        ObjectNode document = JSON.createObjectNode();
        document.putArray("files").addObject().put("fileName", fileName);
        MergedDocuments merged = new MergedDocuments(packages, JSON.createArrayNode());
        merged.add(document, "SPDXRef-image", List.of(prefix));
        ObjectNode body = JSON.createObjectNode();
        merged.addTo(body);
        return body.at("/files/0/fileName").asString();
    }
}
