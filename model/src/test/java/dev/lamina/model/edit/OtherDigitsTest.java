package dev.lamina.model.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.yaml.SourceText;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// On computers whose users write numbers in other digits, paths are the same.
final class OtherDigitsTest {
    private static final SourceText DOCUMENT = new SourceText("x.yml", """
        init:
          # note: the first
          - a:1
          - b:1
        """);

    private final Locale usual = Locale.getDefault(Locale.Category.FORMAT);

    @BeforeEach
    void writeNumbersAsInPersian() {
        Locale.setDefault(Locale.Category.FORMAT, Locale.forLanguageTag("fa"));
        assertThat("%d".formatted(1)).isEqualTo("\u06F1");
    }

    @AfterEach
    void writeThemAsBefore() {
        Locale.setDefault(Locale.Category.FORMAT, usual);
    }

    @Test
    void elementsAreFound() {
        assertThat(DocumentEditor.apply(List.of(DOCUMENT), List.of(new Edit.Set("init[1]", "c:1"))))
                .extracting(SourceText::text)
                .containsExactly(DOCUMENT.text().replace("b:1", "c:1"));
    }

    @Test
    void notesAreAtTheirPaths() {
        assertThat(Notes.of(Document.of(DOCUMENT))).isEqualTo(Map.of("init[0]", "the first"));
    }
}
