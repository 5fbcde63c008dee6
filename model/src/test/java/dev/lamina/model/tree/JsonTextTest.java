package dev.lamina.model.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTextTest {
    private static final String TRICKY =
            "\"\\/\b\f\n\r\t\u0000\u001f\u007f<>&'\u0085é\u2028\u2029\uD83D\uDE00\uD83D.\uDE00";

    @Test
    void goEscapesWhatIsSpecialInHtmlAndReplacesHalfPairs() {
        assertThat(JsonText.likeGo(Map.of("k<", TRICKY)))
                .isEqualTo("{\n    \"k\\u003c\": \"\\\"\\\\/\\b\\f\\n\\r\\t\\u0000\\u001f\u007f\\u003c\\u003e\\u0026'"
                        + "\u0085é\\u2028\\u2029\uD83D\uDE00\\ufffd.\\ufffd\"\n}");
    }

    @Test
    void jsonThatIsYamlEscapesEverythingBeyondPrintableAscii() {
        assertThat(JsonText.of(Map.of("k<", TRICKY)))
                .isEqualTo("{\n    \"k<\": \"\\\"\\\\/\\u0008\\u000c\\n\\u000d\\t\\u0000\\u001f\\u007f<>&'"
                        + "\\u0085\\u00e9\\u2028\\u2029\\ud83d\\ude00\\ud83d.\\ude00\"\n}\n");
    }

    @Test
    void emptyListsAndMappingsStandOnOneLine() {
        Tree tree = new Tree()
                .put("list", List.of())
                .put("mapping", new Tree())
                .put("numbers", List.of(1L, -2, new BigInteger("18446744073709551615")))
                .put("truth", false);
        assertThat(JsonText.likeGo(tree.toMap())).isEqualTo("""
                {
                    "list": [],
                    "mapping": {},
                    "numbers": [
                        1,
                        -2,
                        18446744073709551615
                    ],
                    "truth": false
                }""");
    }
}
