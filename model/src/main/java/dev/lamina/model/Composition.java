package dev.lamina.model;

import dev.lamina.model.value.ImageRef;
import java.util.List;
import java.util.function.UnaryOperator;

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

    /// The same with other images.
    public Composition withImages(UnaryOperator<ImageRef> other) {
        return new Composition(
                new Kernel(kernel.image().map(other), kernel.cmdline(), kernel.binary(), kernel.tar(), kernel.ucode()),
                init.stream().map(other).toList(),
                withImages(onboot, other),
                withImages(onshutdown, other),
                withImages(services, other),
                files,
                volumes.stream()
                        .map(volume -> new Volume(
                                volume.name(),
                                volume.image().map(other),
                                volume.readonly(),
                                volume.format(),
                                volume.platforms()))
                        .toList());
    }

    private static List<Container> withImages(List<Container> containers, UnaryOperator<ImageRef> other) {
        return containers.stream()
                .map(container -> new Container(container.name(), other.apply(container.image()), container.spec()))
                .toList();
    }
}
