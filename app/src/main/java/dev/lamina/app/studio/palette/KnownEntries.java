package dev.lamina.app.studio.palette;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.session.Lane;
import dev.lamina.app.studio.session.Offer;
import dev.lamina.model.known.Claim;
import dev.lamina.model.known.KnownImage;
import dev.lamina.model.known.KnownImages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/// The images that many people use, with what the table of known images says they need.
final class KnownEntries {
    private static final Texts TEXTS = Texts.of(KnownEntries.class);

    private KnownEntries() {}

    /// A line of `images.txt`.
    ///
    /// @param readOnly whether its root may be read-only
    private record Chosen(String name, String image, String icon, boolean readOnly) {}

    static List<PaletteEntry> all() {
        Map<String, KnownImage> known =
                KnownImages.all().stream().collect(Collectors.toMap(KnownImage::name, image -> image));
        return chosen().stream()
                .flatMap(chosen ->
                        Optional.ofNullable(known.get(chosen.name)).map(image -> entry(chosen, image)).stream())
                .toList();
    }

    private static List<Chosen> chosen() {
        return EntryFile.text("images.txt")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(" "))
                .map(words -> new Chosen(words[0], words[1], words[2], words.length > 3))
                .toList();
    }

    private static PaletteEntry entry(Chosen chosen, KnownImage image) {
        KnownNeeds needs = KnownNeeds.of(image, chosen.image);
        return new PaletteEntry(
                Group.COMMON,
                chosen.name,
                chosen.icon,
                capital(image.summary()),
                explanation(image, needs),
                needs.capabilities().stream()
                        .map(claim -> PrivilegeWords.capability(claim.value(), capital(claim.why())))
                        .toList(),
                Optional.of(chosen.image),
                OptionalLong.empty(),
                Offer.of(chosen.name, Lane.SERVICES, yaml(chosen, needs)));
    }

    private static String yaml(Chosen chosen, KnownNeeds needs) {
        return new KnownYaml(chosen.name, chosen.image, needs, chosen.readOnly).text();
    }

    private static String explanation(KnownImage image, KnownNeeds needs) {
        List<String> sentences = new ArrayList<>();
        list("known.ports", needs.ports()).ifPresent(sentences::add);
        list("known.data", needs.data()).ifPresent(sentences::add);
        image.notes().forEach(note -> sentences.add(note.replaceAll(" ?\\[\\d+]", "")));
        return String.join(" ", sentences);
    }

    private static Optional<String> list(String key, List<Claim> claims) {
        return claims.isEmpty()
                ? Optional.empty()
                : Optional.of(TEXTS.get(key, claims.stream().map(Claim::value).collect(Collectors.joining(", "))));
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
