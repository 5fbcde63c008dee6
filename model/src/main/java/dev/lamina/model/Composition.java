package dev.lamina.model;

import dev.lamina.model.value.ImageRef;
import java.util.List;

/// A whole system: what one or several merged documents say.
public record Composition(
        Kernel kernel,
        List<ImageRef> init,
        List<Container> onboot,
        List<Container> onshutdown,
        List<Container> services,
        List<FileEntry> files,
        List<Volume> volumes) {

    public Composition {
        init = List.copyOf(init);
        onboot = List.copyOf(onboot);
        onshutdown = List.copyOf(onshutdown);
        services = List.copyOf(services);
        files = List.copyOf(files);
        volumes = List.copyOf(volumes);
    }

    public List<Container> containers(Section section) {
        return switch (section) {
            case ONBOOT -> onboot;
            case ONSHUTDOWN -> onshutdown;
            case SERVICES -> services;
        };
    }

    public Composition withServices(List<Container> other) {
        return new Composition(kernel, init, onboot, onshutdown, other, files, volumes);
    }
}
