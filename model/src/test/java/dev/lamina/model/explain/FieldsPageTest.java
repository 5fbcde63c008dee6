package dev.lamina.model.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.conformance.Conformance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// `docs/fields.md` says what the explanations say. To write it anew: -Dlamina.record=true.
final class FieldsPageTest {

    @Test
    void pageIsMadeFromTheExplanations() throws IOException {
        Path page = Conformance.checkout().resolve("docs/fields.md");
        String expected = FieldsPage.markdown();
        if (Boolean.getBoolean("lamina.record")) {
            Files.writeString(page, expected);
        }

        assertThat(page).hasContent(expected);
    }
}
