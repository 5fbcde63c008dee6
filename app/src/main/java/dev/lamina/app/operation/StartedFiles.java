package dev.lamina.app.operation;

import dev.lamina.model.Composition;
import dev.lamina.model.Container;
import dev.lamina.model.Section;
import dev.lamina.model.check.ImageFiles;
import dev.lamina.model.check.StartedProgram;
import dev.lamina.model.oci.ContainerResolver;
import dev.lamina.model.oci.ImageConfig;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.ImageRef;
import dev.lamina.model.yaml.ReadResult;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which files of its images a system starts.
record StartedFiles(Map<ImageRef, Set<StartedProgram>> programs) {

    /// @param configs of the images that are known
    static StartedFiles of(ReadResult read, Arch arch, Map<ImageRef, ImageConfig> configs) {
        Composition composition = read.composition();
        ContainerResolver resolver = new ContainerResolver(composition, read.sources(), arch);
        Map<ImageRef, Set<StartedProgram>> programs = new HashMap<>();
        for (Section section : Section.values()) {
            List<Container> containers = composition.containers(section);
            for (int i = 0; i < containers.size(); i++) {
                ImageRef image = containers.get(i).image();
                Optional<ImageConfig> config = Optional.ofNullable(configs.get(image));
                if (config.isPresent()) {
                    StartedProgram.of(resolver.effective(section, i, config.get()))
                            .ifPresent(program -> programs.computeIfAbsent(image, ref -> new LinkedHashSet<>())
                                    .add(program));
                }
            }
        }
        return new StartedFiles(programs);
    }

    /// Paths of files that are there and can be started.
    Set<String> in(ImageRef image, ImageFiles files) {
        Set<String> paths = new LinkedHashSet<>();
        programs.getOrDefault(image, Set.of())
                .forEach(program -> program.in(files).ifPresent(paths::add));
        return paths;
    }
}
