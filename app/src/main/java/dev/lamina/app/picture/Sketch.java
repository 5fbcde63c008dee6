package dev.lamina.app.picture;

import dev.lamina.model.Composition;
import dev.lamina.model.Container;
import dev.lamina.model.FileEntry;
import dev.lamina.model.value.ImageRef;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A picture so small that only icons are left: what a system consists of, at a glance. Made quickly, of
/// the document alone.
///
/// @param layers in boot order, without those that are empty
public record Sketch(List<Layer> layers) {
    public Sketch {
        layers = List.copyOf(layers);
    }

    /// @param key in the document, e.g. `services`
    public record Layer(String key, List<Item> items) {
        public Layer {
            items = List.copyOf(items);
        }
    }

    /// @param name of the component, for people
    /// @param icon by name
    public record Item(String name, String icon) {}

    public static Sketch of(Composition composition) {
        Icons icons = new Icons();
        List<Layer> layers = new ArrayList<>();
        for (dev.lamina.app.picture.Layer layer : dev.lamina.app.picture.Layer.values()) {
            List<Item> items = items(layer, composition, icons).toList();
            if (!items.isEmpty()) {
                layers.add(new Layer(layer.key(), items));
            }
        }
        return new Sketch(layers);
    }

    private static Stream<Item> items(dev.lamina.app.picture.Layer layer, Composition composition, Icons icons) {
        return switch (layer) {
            case KERNEL -> composition.kernel().image().stream().map(image -> image("kernel", image, icons));
            case INIT -> composition.init().stream().map(image -> image(CardReader.shortName(image), image, icons));
            case ONBOOT -> containers(composition.onboot(), icons);
            case SERVICES -> containers(composition.services(), icons);
            case ONSHUTDOWN -> containers(composition.onshutdown(), icons);
            case VOLUMES -> composition.volumes().stream().map(volume -> new Item(volume.name(), "lane-volumes"));
            case FILES -> composition.files().stream().map(Sketch::file);
        };
    }

    private static Stream<Item> containers(List<Container> containers, Icons icons) {
        return containers.stream().map(container -> image(container.name(), container.image(), icons));
    }

    private static Item image(String name, ImageRef image, Icons icons) {
        return new Item(Lettering.line(name), CardReader.icon(image, icons::has));
    }

    private static Item file(FileEntry file) {
        return new Item(Lettering.line(CardReader.path(file)), CardReader.icon(file));
    }
}
