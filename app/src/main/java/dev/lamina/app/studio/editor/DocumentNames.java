package dev.lamina.app.studio.editor;

import dev.lamina.model.Composition;
import dev.lamina.model.Container;
import dev.lamina.model.ContainerSpec;
import dev.lamina.model.FileEntry;
import dev.lamina.model.Section;
import dev.lamina.model.Volume;
import dev.lamina.model.mount.Binds;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// The names and paths that a document has already.
final class DocumentNames {
    private final Composition composition;

    DocumentNames(Composition composition) {
        this.composition = composition;
    }

    List<String> volumes() {
        return composition.volumes().stream().map(Volume::name).toList();
    }

    List<String> containers() {
        return all().stream().map(Container::name).distinct().toList();
    }

    private List<Container> all() {
        List<Container> all = new ArrayList<>();
        for (Section section : Section.values()) {
            all.addAll(composition.containers(section));
        }
        return all;
    }

    /// Absolute paths of the system: of files, binds and directories.
    SortedSet<String> paths() {
        SortedSet<String> paths = new TreeSet<>();
        for (FileEntry file : composition.files()) {
            paths.add(absolute(file.path()));
        }
        for (Container container : all()) {
            ContainerSpec spec = container.spec();
            spec.binds().ifPresent(binds -> addSources(binds, paths));
            spec.bindsAdd().ifPresent(binds -> addSources(binds, paths));
            spec.runtime().mkdir().ifPresent(folders -> folders.forEach(folder -> paths.add(absolute(folder))));
        }
        paths.remove("/");
        return paths;
    }

    private static void addSources(List<String> binds, Collection<String> paths) {
        binds.stream()
                .map(bind -> Binds.parse(bind).source())
                .filter(source -> source.startsWith("/"))
                .forEach(paths::add);
    }

    private static String absolute(String path) {
        return path.startsWith("/") ? path : "/" + path;
    }

    /// The files that containers keep their namespaces of one kind at.
    List<String> namespaces(String kind) {
        return all().stream()
                .map(container -> namespace(container.spec(), kind))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private static Optional<String> namespace(ContainerSpec spec, String kind) {
        ContainerSpec.BindNamespaces kept = spec.runtime().bindNamespaces();
        return switch (kind) {
            case "net" -> kept.net();
            case "pid" -> kept.pid();
            case "ipc" -> kept.ipc();
            case "uts" -> kept.uts();
            case "userns" -> kept.user();
            default -> Optional.empty();
        };
    }
}
