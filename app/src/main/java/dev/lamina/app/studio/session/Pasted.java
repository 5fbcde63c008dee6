package dev.lamina.app.studio.session;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.model.edit.Document;
import dev.lamina.model.yaml.DocumentTree;
import dev.lamina.model.yaml.Part;
import dev.lamina.model.yaml.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Understands a text that somebody pastes: a composition, components alone, or the name of an image.
final class Pasted {
    private static final Texts TEXTS = Texts.of(Pasted.class);

    private final Document into;
    private final Optional<Lane> wish;

    /// @param wish the lane of components that do not say where they belong
    private Pasted(Document into, Optional<Lane> wish) {
        this.into = into;
        this.wish = wish;
    }

    /// The text as a composition with at least one component.
    ///
    /// @throws dev.lamina.model.problem.InvalidCompositionException it is nothing of that kind
    static Document read(Document into, String text, Optional<Lane> wish) {
        return new Pasted(into, wish).read(text);
    }

    private Document read(String text) {
        if (text.isBlank()) {
            throw refusal("paste.empty");
        }
        Document given = document(text);
        Part root = DocumentTree.of(text)
                .map(DocumentTree::root)
                .orElseThrow(() -> refusal("paste.noYaml", problem(given)));
        Document composed = composed(given, root);
        if (Place.all(composed.composition()).isEmpty()) {
            throw composed.read().problems().isEmpty()
                    ? refusal("paste.nothing")
                    : refusal("paste.faulty", problem(composed));
        }
        return composed;
    }

    private Document document(String text) {
        SourceText source = into.source();
        return Document.of(new SourceText("clipboard", text, source.packages()));
    }

    private static String problem(Document given) {
        return given.read().problems().stream()
                .findFirst()
                .map(problem -> problem.message())
                .orElse("");
    }

    private Document composed(Document given, Part root) {
        return switch (root) {
            case Part.Mapping mapping when isComposition(mapping) -> given;
            case Part.Mapping mapping ->
                document(component(mapping, given.text().strip()).asComposition());
            case Part.Sequence list -> list(given, list);
            case Part.Scalar scalar -> document(image(scalar.text().strip()).asComposition());
            case Part.Alias alias -> throw refusal("paste.unknown");
        };
    }

    private static boolean isComposition(Part.Mapping mapping) {
        return mapping.pairs().stream().anyMatch(pair -> Lane.of(pair.name()).isPresent());
    }

    private Document list(Document given, Part.Sequence list) {
        ComponentTexts texts = new ComponentTexts(given);
        List<ComponentText> components = new ArrayList<>();
        for (Part.Element element : list.elements()) {
            components.add(
                    switch (element.value()) {
                        case Part.Scalar scalar -> image(scalar.text());
                        case Part.Mapping mapping -> component(mapping, texts.text(element));
                        case Part.Alias alias
                        when alias.target() instanceof Part.Mapping mapping -> component(mapping, texts.text(element));
                        case Part.Alias alias -> throw refusal("paste.unknown");
                        case Part.Sequence inner -> throw refusal("paste.unknown");
                    });
        }
        return document(together(components));
    }

    /// One composition of components.
    static String together(List<ComponentText> components) {
        StringBuilder text = new StringBuilder();
        for (Lane lane : Lane.values()) {
            List<ComponentText> here = components.stream()
                    .filter(component -> component.lane() == lane)
                    .toList();
            if (here.isEmpty()) {
                continue;
            }
            text.append(
                    lane == Lane.KERNEL
                            ? here.getLast().asComposition()
                            : here.stream()
                                    .map(ComponentText::asElement)
                                    .collect(Collectors.joining("\n", lane.key() + ":\n", "\n")));
        }
        return text.toString();
    }

    private ComponentText image(String text) {
        if (!PlainOffers.isSurelyImage(text)) {
            throw refusal("paste.unknown");
        }
        Offer offer = PlainOffers.image(text).orElseThrow();
        Lane lane = wish.filter(
                        wished -> wished != Lane.KERNEL && offer.in(wished).isPresent())
                .orElse(Lane.SERVICES);
        return new ComponentText(lane, offer.in(lane).orElseThrow());
    }

    private ComponentText component(Part.Mapping mapping, String yaml) {
        List<String> keys = mapping.pairs().stream().map(Part.Pair::name).toList();
        if (keys.contains("path")) {
            return new ComponentText(Lane.FILES, yaml);
        }
        if (keys.contains("name")) {
            return new ComponentText(isVolume(keys) ? Lane.VOLUMES : container(), yaml);
        }
        if (keys.contains("image")) {
            return keys.contains("cmdline")
                    ? new ComponentText(Lane.KERNEL, yaml)
                    : new ComponentText(container(), yaml).headed("name: " + nameOf(mapping));
        }
        throw refusal("paste.unknown");
    }

    private boolean isVolume(List<String> keys) {
        boolean possible =
                List.of("name", "image", "readonly", "format", "platforms").containsAll(keys);
        boolean wished = wish.equals(Optional.of(Lane.VOLUMES));
        boolean sure = !keys.contains("image") || keys.contains("format") || keys.contains("platforms");
        return possible && (wished || sure);
    }

    private Lane container() {
        return wish.filter(lane -> lane.section().isPresent()).orElse(Lane.SERVICES);
    }

    private static String nameOf(Part.Mapping mapping) {
        return Pairs.scalar(mapping, "image")
                .map(Part.Scalar::text)
                .filter(PlainOffers::isImage)
                .map(PlainOffers::name)
                .map(PlainText::of)
                .orElse("container");
    }

    private RuntimeException refusal(String key, Object... values) {
        return Refusal.of(into, TEXTS.get(key, values));
    }
}
