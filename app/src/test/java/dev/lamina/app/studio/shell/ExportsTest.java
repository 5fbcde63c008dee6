package dev.lamina.app.studio.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.operation.DrawPicture;
import dev.lamina.app.operation.DrawPicture.Wish;
import dev.lamina.app.picture.Colours;
import dev.lamina.assembler.catalogue.Catalogue;
import dev.lamina.model.conformance.Conformance;
import dev.lamina.model.yaml.CompositionReader;
import dev.lamina.model.yaml.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ExportsTest {
    @Test
    void whatBelongsTogetherIsInTheFlowchart() throws IOException {
        String text = Files.readString(Conformance.checkout().resolve("examples/two-networks.yml"));
        String chart = new DrawPicture(Catalogue.embedded())
                .mermaid(
                        new CompositionReader().read(List.of(new SourceText("test.yml", text))),
                        new Wish(Colours.LIGHT, Exports::links));

        assertThat(chart.lines())
                .contains(
                        "  services1 -->|\"network\"| onboot0",
                        "  services2 -->|\"network\"| onboot1",
                        "  files0 -->|\"files\"| services1",
                        "  files1 -->|\"files\"| services2");
    }
}
