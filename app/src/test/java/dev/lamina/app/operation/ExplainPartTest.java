package dev.lamina.app.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.operation.ExplainPart.Explained;
import dev.lamina.assembler.catalogue.Catalogue;
import dev.lamina.assembler.catalogue.Component;
import dev.lamina.model.value.ImageRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ExplainPartTest {
    private static final List<String> LANES =
            List.of("kernel", "init", "onboot", "services", "onshutdown", "volumes", "files");

    private final ExplainPart parts = new ExplainPart(Catalogue.embedded());

    @Test
    void everyComponentHasWordsOfItsOwn() {
        for (Component component : Catalogue.embedded().components()) {
            Explained own = parts.of("services", Optional.of(component.image()));
            Explained usual = parts.of("services", Optional.empty());
            assertThat(List.of(own.what(), own.why(), own.without()))
                    .as(component.name())
                    .doesNotContain(usual.what(), usual.why(), usual.without())
                    .allSatisfy(text -> assertThat(text).matches("(?s)[A-Za-z].*[.]"));
        }
    }

    @Test
    void everyLaneHasWords() {
        for (String lane : LANES) {
            Explained usual = parts.of(lane, Optional.of(ImageRef.parse("example.org/unknown:1")));
            assertThat(usual.reasons()).isEmpty();
            assertThat(List.of(usual.what(), usual.why(), usual.without()))
                    .as(lane)
                    .allSatisfy(text -> assertThat(text).matches("[A-Z].*[.]"));
        }
    }

    @Test
    void privilegesComeWithTheirReasons() {
        assertThat(parts.of("onboot", Optional.of(ImageRef.parse("lamina/dhcp")))
                        .reasons())
                .isEqualTo(Map.of(
                        "net", "it sets up the system's own network",
                        "CAP_NET_ADMIN", "brings interfaces up and gives them addresses and routes",
                        "CAP_NET_RAW", "before there is an address, DHCP is spoken over raw packets",
                        "/run/resolvconf", "the name servers are written there"));
    }
}
