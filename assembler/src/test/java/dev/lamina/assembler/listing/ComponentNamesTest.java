package dev.lamina.assembler.listing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.yaml.CompositionReader;
import dev.lamina.model.yaml.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComponentNamesTest {
    private static final ComponentNames NAMES = new ComponentNames(new CompositionReader()
            .read(List.of(new SourceText("web.yml", """
                init: [lamina/init]
                services:
                  - {name: web, image: nginx}
                volumes:
                  - {name: data, format: filesystem}
                """)))
            .composition());

    @Test
    void partsOfTheRamdiskAreCalledAsTheirComponents() {
        assertThat(NAMES.inWords("services[0]")).isEqualTo("services web");
        assertThat(NAMES.inWords("init[0] and 2 more")).isEqualTo("init lamina/init and 2 more");
        assertThat(NAMES.inWords("volume[0]")).isEqualTo("volumes data");
    }

    @Test
    void whatHasNoNameStaysAsItIs() {
        assertThat(NAMES.inWords("kernel and 3 more")).isEqualTo("kernel and 3 more");
        assertThat(NAMES.inWords("services[7]")).isEqualTo("services[7]");
    }
}
