package dev.lamina.model.oci;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.Section;
import org.junit.jupiter.api.Test;

final class ResolvedValuesTest {
    private static Origin.Kind ofSeccomp(String members, String label) {
        ContainerResolver resolver = Resolving.resolver("services: [{name: web, image: lk/web:1" + members + "}]\n");
        ImageConfig image = Resolving.labelled(label);
        return ResolvedValues.of(
                        resolver.effective(Section.SERVICES, 0, image), resolver.resolve(Section.SERVICES, 0, image))
                .stream()
                .filter(value -> value.member().equals("linux.seccomp"))
                .map(value -> value.origins().getFirst().kind())
                .findFirst()
                .orElseThrow();
    }

    /// Other annotations of the document replace those of the label.
    @Test
    void theFilterOfSystemCallsIsTheLabelsBesideAnnotationsOfTheDocument() {
        String label = "{\"annotations\": {\"dev.lamina.seccomp\": \"default\"}}";

        assertThat(ofSeccomp("", label)).isEqualTo(Origin.Kind.LABEL);
        assertThat(ofSeccomp(", annotations: {note: x}", label)).isEqualTo(Origin.Kind.LABEL);
        assertThat(ofSeccomp(", annotations: {dev.lamina.seccomp: default}", ""))
                .isEqualTo(Origin.Kind.DOCUMENT);
    }
}
