package dev.lamina.app.studio.palette;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.session.Offer;
import dev.lamina.app.studio.session.PlainOffers;
import dev.lamina.assembler.oci.StoredImage;
import dev.lamina.model.oci.ImageConfig;
import dev.lamina.model.value.ImageRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// The images in the store that are nobody else's entry.
final class StoreEntries {
    private static final Texts TEXTS = Texts.of(StoreEntries.class);

    private StoreEntries() {}

    /// One entry for each name, whatever it has been stored for.
    static List<PaletteEntry> of(List<StoredImage> images) {
        Map<ImageRef, StoredImage> first = new LinkedHashMap<>();
        images.forEach(image -> first.putIfAbsent(image.ref(), image));
        return first.values().stream()
                .filter(image -> !image.ref().builtIn())
                .flatMap(image -> PlainOffers.image(image.ref().familiar()).map(offer -> entry(image, offer)).stream())
                .toList();
    }

    private static PaletteEntry entry(StoredImage image, Offer offer) {
        String name = image.ref().familiar();
        ImageConfig config = image.config();
        return new PaletteEntry(
                Group.STORE,
                offer.name(),
                "image",
                name,
                explanation(config),
                PrivilegeWords.of(config.labels().getOrDefault(ImageConfig.CONFIG_LABEL, ""), Map.of()),
                Optional.of(name),
                OptionalLong.of(image.size()),
                offer);
    }

    private static String explanation(ImageConfig config) {
        List<String> words = new ArrayList<>();
        Optional.ofNullable(config.labels().get("org.opencontainers.image.description"))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .ifPresent(text -> words.add(text.endsWith(".") ? text : text + "."));
        List<String> command = new ArrayList<>(config.entrypoint());
        command.addAll(config.cmd());
        if (!command.isEmpty()) {
            words.add(TEXTS.get("store.starts", String.join(" ", command)));
        }
        return String.join(" ", words);
    }
}
