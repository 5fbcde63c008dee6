package dev.lamina.app.picture;

import dev.lamina.app.picture.Card.Badge;
import dev.lamina.model.Composition;
import dev.lamina.model.FileEntry;
import dev.lamina.model.FileEntry.Directory;
import dev.lamina.model.FileEntry.Metadata;
import dev.lamina.model.FileEntry.Source;
import dev.lamina.model.FileEntry.Symlink;
import dev.lamina.model.FileEntry.Text;
import dev.lamina.model.Volume;
import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.SystemView;
import dev.lamina.model.value.ByteSize;
import dev.lamina.model.value.ImageRef;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Makes the cards of a system, with the words that they have on the canvas.
final class CardReader {
    private static final String HUB = "docker.io/";
    private static final String LIBRARY = "library/";

    private final Composition composition;
    private final Map<String, ContainerView> containers = new HashMap<>();
    private final Predicate<String> icons;

    /// @param icons whether there is one of this name
    CardReader(SystemView system, Predicate<String> icons) {
        this.composition = system.composition();
        this.icons = icons;
        system.containers().forEach(container -> containers.put(container.path(), container));
    }

    List<Card> read(Layer layer) {
        List<Card> cards = new ArrayList<>();
        for (int i = 0; i < layer.count(composition); i++) {
            cards.add(card(layer, i));
        }
        return cards;
    }

    private Card card(Layer layer, int index) {
        return switch (layer) {
            case KERNEL -> {
                ImageRef image = composition.kernel().image().orElseThrow();
                yield plain(layer, index, "kernel", words(image), icon(image), Badges.of(composition.kernel()));
            }
            case INIT -> {
                ImageRef image = composition.init().get(index);
                yield plain(layer, index, shortName(image), words(image), icon(image), List.of());
            }
            case ONBOOT, SERVICES, ONSHUTDOWN -> container(layer.path(index));
            case VOLUMES -> volume(layer.path(index), composition.volumes().get(index));
            case FILES -> file(layer.path(index), composition.files().get(index));
        };
    }

    private static Card plain(Layer layer, int index, String title, String detail, String icon, List<Badge> badges) {
        return new Card(layer.path(index), title, detail, icon, badges, Optional.empty());
    }

    private Card container(String path) {
        ContainerView container = Optional.ofNullable(containers.get(path)).orElseThrow();
        ImageRef image = container.ref();
        return new Card(
                path,
                container.name(),
                words(image),
                icon(image),
                Badges.of(container),
                Optional.of(Badges.exposed(container)));
    }

    private static Card volume(String path, Volume volume) {
        String detail = volume.image().map(CardReader::words).orElse("empty at first");
        return new Card(path, volume.name(), detail, "lane-volumes", Badges.of(volume), Optional.empty());
    }

    private static Card file(String path, FileEntry file) {
        String detail = switch (file.content()) {
            case Directory() -> "empty folder";
            case Symlink(String target) -> "link to " + target;
            case Source(String source) -> "from " + source;
            case Metadata metadata -> "what the system is made of";
            case Text(String text) -> "text, " + new ByteSize(text.getBytes(StandardCharsets.UTF_8).length);
        };
        return new Card(path, path(file), detail, icon(file), Badges.of(file), Optional.empty());
    }

    /// From the root on.
    static String path(FileEntry file) {
        return file.path().startsWith("/") ? file.path() : "/" + file.path();
    }

    static String icon(FileEntry file) {
        return switch (file.content()) {
            case Directory() -> "folder";
            case Symlink link -> "link";
            case Source source -> "file";
            case Metadata metadata -> "file";
            case Text text -> "file";
        };
    }

    /// As people write it: without the hub's own name, and without a digest.
    private static String words(ImageRef image) {
        String name = image.withoutDigest().name();
        String plain = name.startsWith(HUB) ? name.substring(HUB.length()) : name;
        return plain.startsWith(LIBRARY) ? plain.substring(LIBRARY.length()) : plain;
    }

    static String shortName(ImageRef image) {
        String repository = image.repository();
        return repository.substring(repository.lastIndexOf('/') + 1);
    }

    private String icon(ImageRef image) {
        return icon(image, icons);
    }

    static String icon(ImageRef image, Predicate<String> icons) {
        String name = "component-" + shortName(image);
        return icons.test(name) ? name : "component-other";
    }
}
