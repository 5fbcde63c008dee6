package dev.lamina.model.oci;

import dev.lamina.model.Section;
import dev.lamina.model.value.Arch;
import dev.lamina.model.yaml.CompositionReader;
import dev.lamina.model.yaml.ReadResult;
import dev.lamina.model.yaml.SourceText;
import java.util.List;
import java.util.Map;

/// Resolves the first service of a document.
final class Resolving {
    static final ImageConfig IMAGE =
            new ImageConfig(List.of("/entry"), List.of("cmd"), List.of("I=image"), "/image", "33:33", Map.of());

    private Resolving() {}

    static ImageConfig labelled(String label) {
        return new ImageConfig(
                IMAGE.entrypoint(),
                IMAGE.cmd(),
                IMAGE.env(),
                IMAGE.workingDir(),
                IMAGE.user(),
                Map.of(ImageConfig.CONFIG_LABEL, label));
    }

    static ContainerResolver resolver(String document) {
        return resolver(document, Arch.AMD64);
    }

    static ContainerResolver resolver(String document, Arch arch) {
        ReadResult read = new CompositionReader()
                .read(List.of(new SourceText("test.yml", document)))
                .orThrow();
        return new ContainerResolver(read.composition(), read.sources(), arch);
    }

    static ResolvedContainer service(String document, ImageConfig image) {
        return resolver(document).resolve(Section.SERVICES, 0, image);
    }

    /// @param members of the service in YAML's flow style
    static ResolvedContainer web(String members, String label) {
        String more = members.isEmpty() ? "" : ", " + members;
        return service("services: [{name: web, image: lk/web:1" + more + "}]\n", labelled(label));
    }
}
