package dev.lamina.model.exposure;

import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.ImageFacts;
import dev.lamina.model.check.RunFacts;
import dev.lamina.model.check.SystemFacts;
import dev.lamina.model.check.SystemView;
import dev.lamina.model.exposure.SystemScore.ComponentScore;
import dev.lamina.model.oci.ImageConfig;
import dev.lamina.model.validate.Validator;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.ImageRef;
import dev.lamina.model.yaml.CompositionReader;
import dev.lamina.model.yaml.ReadResult;
import dev.lamina.model.yaml.SourceText;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Systems of one service `web` for tests of scores.
final class Scoring {
    private Scoring() {}

    static SystemView system(String yaml) {
        return system(yaml, Map.of(), RunFacts.UNKNOWN);
    }

    static SystemView system(String yaml, Map<ImageRef, ImageFacts> images, RunFacts run) {
        ReadResult read = new CompositionReader().read(List.of(new SourceText("x.yml", yaml)));
        SystemFacts none = SystemFacts.none(Arch.AMD64, LocalDate.of(2026, 1, 31));
        return new Validator()
                .view(read, new SystemFacts(none.arch(), images, none.kernel(), none.localFiles(), run, none.today()));
    }

    /// @param keys of the container, as elements of a flow mapping
    static ComponentScore service(String keys) {
        return Exposure.of(system("services: [{name: web, image: web:1, %s}]".formatted(keys)))
                .dominating()
                .orElseThrow();
    }

    /// With an image of which the label and the ports are known.
    static ContainerView view(String keys, String label, List<String> ports, RunFacts run) {
        ImageConfig config =
                new ImageConfig(List.of(), List.of(), List.of(), "", "", Map.of(ImageConfig.CONFIG_LABEL, label));
        Map<ImageRef, ImageFacts> images = new HashMap<>();
        images.put(ImageRef.parse("web:1"), new ImageFacts(config, List.of(), ports, List.of(), Optional.empty(), 0));
        return system("services: [{name: web, image: web:1, %s}]".formatted(keys), images, run)
                .containers()
                .getFirst();
    }
}
