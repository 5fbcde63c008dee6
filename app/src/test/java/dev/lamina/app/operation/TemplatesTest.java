package dev.lamina.app.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.operation.Templates.Template;
import dev.lamina.model.yaml.CompositionReader;
import dev.lamina.model.yaml.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TemplatesTest {
    @Test
    void eachTemplateIsACompositionWithoutProblems() {
        Templates templates = new Templates();
        assertThat(templates.all()).map(Template::name).contains("minimal", "sshd", "web");
        for (Template template : templates.all()) {
            assertThat(template.about()).endsWith(".");
            SourceText text = new SourceText(template.name(), templates.text(template));
            assertThat(new CompositionReader().read(List.of(text)).problems())
                    .as(template.name())
                    .isEmpty();
        }
    }
}
