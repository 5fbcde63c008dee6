package dev.lamina.app.studio.canvas;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.session.Place;
import dev.lamina.model.Composition;
import dev.lamina.model.Container;
import dev.lamina.model.FileEntry;
import dev.lamina.model.FileEntry.Directory;
import dev.lamina.model.FileEntry.Metadata;
import dev.lamina.model.FileEntry.Source;
import dev.lamina.model.FileEntry.Symlink;
import dev.lamina.model.FileEntry.Text;
import dev.lamina.model.Volume;
import dev.lamina.model.value.ByteSize;
import dev.lamina.model.value.ImageRef;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Makes the cards of a composition. Their numbers are those of nobody yet.
final class CardReader {
    static final long NOBODY = 0;

    private static final String COMPONENT = "component-";

    private final Texts texts;
    private final Predicate<String> icons;
    private final Map<String, Boolean> known = new HashMap<>();

    /// @param icons whether there is one of this name
    CardReader(Texts texts, Predicate<String> icons) {
        this.texts = texts;
        this.icons = icons;
    }

    /// @param notes by component
    List<Card> read(Composition composition, ReviewFacts review, Map<CardKey, String> notes) {
        List<Card> cards = new ArrayList<>();
        CardKey.all(composition).forEach((place, key) -> {
            CardFacts facts = review.of(key).withNote(Optional.ofNullable(notes.get(key)));
            cards.add(card(place, composition, facts));
        });
        return cards;
    }

    private Card card(Place place, Composition composition, CardFacts facts) {
        int index = place.index();
        return switch (place.lane()) {
            case KERNEL ->
                of(place, texts.get("kernel"), composition.kernel().image().orElseThrow(), facts);
            case INIT -> {
                ImageRef image = composition.init().get(index);
                yield of(place, shortName(image), image, facts);
            }
            case ONBOOT -> of(place, composition.onboot().get(index), facts);
            case SERVICES -> of(place, composition.services().get(index), facts);
            case ONSHUTDOWN -> of(place, composition.onshutdown().get(index), facts);
            case VOLUMES -> of(place, composition.volumes().get(index), facts);
            case FILES -> of(place, composition.files().get(index), facts);
        };
    }

    private Card of(Place place, Container container, CardFacts facts) {
        return of(place, container.name(), container.image(), facts);
    }

    private Card of(Place place, String title, ImageRef image, CardFacts facts) {
        return new Card(NOBODY, place, title, words(image), icon(image), facts);
    }

    private Card of(Place place, Volume volume, CardFacts facts) {
        String detail = volume.image().map(CardReader::words).orElse(texts.get("volume.empty"));
        return new Card(NOBODY, place, volume.name(), detail, "lane-volumes", facts);
    }

    private Card of(Place place, FileEntry file, CardFacts facts) {
        String path = file.path().startsWith("/") ? file.path() : "/" + file.path();
        return switch (file.content()) {
            case Directory() -> new Card(NOBODY, place, path, texts.get("file.directory"), "folder", facts);
            case Symlink(String target) ->
                new Card(NOBODY, place, path, texts.get("file.symlink", target), "link", facts);
            case Source(String source) ->
                new Card(NOBODY, place, path, texts.get("file.source", source), "file", facts);
            case Metadata metadata -> new Card(NOBODY, place, path, texts.get("file.metadata"), "file", facts);
            case Text(String contents) -> {
                long bytes = contents.getBytes(StandardCharsets.UTF_8).length;
                String detail = texts.get("file.text", new ByteSize(bytes));
                yield new Card(NOBODY, place, path, detail, "file", facts);
            }
        };
    }

    /// As people write it; a digest would fill the card.
    private static String words(ImageRef image) {
        return image.withoutDigest().familiar();
    }

    private static String shortName(ImageRef image) {
        String repository = image.repository();
        return repository.substring(repository.lastIndexOf('/') + 1);
    }

    private String icon(ImageRef image) {
        String name = COMPONENT + shortName(image);
        return known.computeIfAbsent(name, icons::test) ? name : COMPONENT + "other";
    }
}
