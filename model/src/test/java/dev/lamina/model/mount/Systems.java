package dev.lamina.model.mount;

import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.ImageFacts;
import dev.lamina.model.check.ImageFiles;
import dev.lamina.model.check.ImageFiles.Entry;
import dev.lamina.model.check.ImageFiles.Kind;
import dev.lamina.model.check.LocalFile;
import dev.lamina.model.check.RunFacts;
import dev.lamina.model.check.SystemFacts;
import dev.lamina.model.check.SystemView;
import dev.lamina.model.oci.ImageConfig;
import dev.lamina.model.validate.Validator;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.ImageRef;
import dev.lamina.model.yaml.CompositionReader;
import dev.lamina.model.yaml.SourceText;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Systems for tests, from the text of a document and what is known of images.
final class Systems {
    private final Map<ImageRef, ImageFacts> images = new HashMap<>();
    private final Map<String, LocalFile> local = new HashMap<>();

    Systems label(String image, String label) {
        ImageConfig config = new ImageConfig(
                List.of("/bin/run"), List.of(), List.of(), "", "", Map.of(ImageConfig.CONFIG_LABEL, label));
        images.put(ImageRef.parse(image), ImageFacts.of(config));
        return this;
    }

    Systems files(String image, String... paths) {
        Map<String, Entry> entries = new HashMap<>();
        for (String path : paths) {
            String[] link = path.split(" -> ");
            Arrays.stream(GuestPaths.upwards("/" + link[0]).toArray(String[]::new))
                    .skip(1)
                    .filter(at -> !at.equals("/"))
                    .forEach(at -> entries.putIfAbsent(at.substring(1), new Entry(Kind.DIRECTORY, 0755, 0, 0, 0, "")));
            entries.put(
                    link[0],
                    link.length == 2
                            ? new Entry(Kind.SYMLINK, 0777, 0, 0, 0, link[1])
                            : new Entry(Kind.FILE, 0644, 0, 0, 1, ""));
        }
        ImageFacts facts = ImageFacts.of(ImageConfig.EMPTY);
        images.put(
                ImageRef.parse(image),
                new ImageFacts(
                        facts.config(),
                        facts.architectures(),
                        facts.exposedPorts(),
                        facts.volumes(),
                        Optional.of(new ImageFiles(entries, Map.of())),
                        facts.size()));
        return this;
    }

    Systems missing(String source) {
        local.put(source, new LocalFile.Missing());
        return this;
    }

    SystemView read(String yaml) {
        SystemFacts facts = new SystemFacts(
                Arch.AMD64, images, Optional.empty(), local, RunFacts.UNKNOWN, LocalDate.of(2026, 1, 31));
        return new Validator().view(new CompositionReader().read(List.of(new SourceText("x.yml", yaml))), facts);
    }

    static ContainerView named(SystemView system, String name) {
        return system.containers().stream()
                .filter(container -> container.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
