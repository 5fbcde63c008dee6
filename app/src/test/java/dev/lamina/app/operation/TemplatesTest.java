package dev.lamina.app.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.operation.Templates.Template;
import dev.lamina.app.picture.Sketch;
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

    @Test
    void thereIsOneForEachThingThatPeopleBeginWith() {
        assertThat(new Templates().all())
                .map(Template::name)
                .doesNotHaveDuplicates()
                .contains(
                        "minimal",
                        "sshd",
                        "web",
                        "redis",
                        "containerd",
                        "wireguard-gateway",
                        "two-networks",
                        "persistent-disk",
                        "hardened",
                        "monitoring");
    }

    @Test
    void eachHasASketchOfItsLayers() {
        Templates templates = new Templates();
        for (Template template : templates.all()) {
            Sketch sketch = templates.sketch(template);
            assertThat(sketch.layers())
                    .as(template.name())
                    .map(Sketch.Layer::key)
                    .contains("kernel", "init", "services");
            assertThat(sketch.layers().getFirst().items())
                    .containsExactly(new Sketch.Item("kernel", "component-kernel"));
        }
        Template web = templates.all().stream()
                .filter(template -> template.name().equals("web"))
                .findFirst()
                .orElseThrow();
        assertThat(templates.sketch(web).layers())
                .last()
                .isEqualTo(new Sketch.Layer("files", List.of(new Sketch.Item("/srv/www/index.html", "file"))));
    }
}
