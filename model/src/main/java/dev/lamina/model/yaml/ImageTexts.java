package dev.lamina.model.yaml;

import dev.lamina.model.Composition;
import dev.lamina.model.Section;
import dev.lamina.model.problem.InvalidCompositionException;
import dev.lamina.model.problem.Problem;
import dev.lamina.model.value.ImageRef;
import dev.lamina.model.value.SourceSpan;
import dev.lamina.model.yaml.Item.Mapping;
import dev.lamina.model.yaml.Item.Scalar;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The images that one document names, and where. Their names can be changed; nothing else of the text changes by that:
/// comments, quotes, order, blank lines and line ends stay byte for byte.
public final class ImageTexts {
    private static final ImageRef ANY = new ImageRef("any");

    private final SourceText document;
    private final List<Named> images;

    /// @param span of the value, with its quotes and its anchor
    /// @param text as the document has it, e.g. `nginx:1.27`
    public record Named(SourceSpan span, String text) {
        public ImageRef ref() {
            return ImageRef.parse(text);
        }
    }

    private ImageTexts(SourceText document, List<Named> images) {
        this.document = document;
        this.images = List.copyOf(images);
    }

    /// @param document without problems
    public static ImageTexts of(SourceText document) {
        Map<SourceSpan, Named> images = new HashMap<>();
        new TreeLoader(new SourceText(document.name(), document.text()), new Problems())
                .load()
                .filter(Mapping.class::isInstance)
                .ifPresent(root -> collect(new Fields((Mapping) root), images));
        return new ImageTexts(
                document,
                images.values().stream()
                        .sorted(Comparator.<Named>comparingInt(
                                        image -> image.span().line())
                                .thenComparingInt(image -> image.span().column()))
                        .toList());
    }

    private static void collect(Fields root, Map<SourceSpan, Named> images) {
        root.item("kernel").ifPresent(kernel -> image(kernel, images));
        each(root, "init", image -> add(image, images));
        for (Section section : Section.values()) {
            each(root, section.key(), container -> image(container, images));
        }
        each(root, "volumes", volume -> image(volume, images));
    }

    private static void each(Fields root, String key, Consumer<Item> visit) {
        root.items(key).orElse(List.of()).forEach(visit);
    }

    private static void image(Item holder, Map<SourceSpan, Named> images) {
        if (holder instanceof Mapping mapping) {
            mapping.get("image").ifPresent(image -> add(image, images));
        }
    }

    /// What is named by alias is one value, at its anchor. Folders of packages have no name that could be changed.
    private static void add(Item image, Map<SourceSpan, Named> images) {
        if (image instanceof Scalar scalar && !scalar.text().isEmpty() && !Templates.is(scalar.text())) {
            images.put(scalar.span(), new Named(scalar.span(), scalar.text()));
        }
    }

    /// In the order of the text, each once.
    public List<Named> all() {
        return images;
    }

    /// The text with other names.
    ///
    /// @param names the new text of images that get one
    /// @throws InvalidCompositionException a name is written so that it cannot be changed in place
    public String with(Map<Named, String> names) {
        String text = document.text();
        TextPositions positions = new TextPositions(text);
        StringBuilder changed = new StringBuilder();
        int done = 0;
        List<Problem> problems = new ArrayList<>();
        for (Named image : images) {
            String name = names.get(image);
            if (name == null || name.equals(image.text())) {
                continue;
            }
            int end = positions.of(image.span().endLine(), image.span().endColumn());
            Optional<Integer> start = start(image.text(), end);
            if (start.isEmpty() || start.get() < done) {
                problems.add(inWords(image));
                continue;
            }
            changed.append(text, done, start.get()).append(name);
            done = start.get() + image.text().length();
        }
        if (!problems.isEmpty()) {
            throw new InvalidCompositionException(problems);
        }
        String result = changed.append(text, done, text.length()).toString();
        refuseOtherChanges(result);
        return result;
    }

    /// Where the name begins that ends, with its quote if it has one, at `end`.
    private Optional<Integer> start(String name, int end) {
        String text = document.text();
        int plain = end - name.length();
        if (plain >= 0 && text.startsWith(name, plain) && !isQuote(text, plain - 1)) {
            return Optional.of(plain);
        }
        int quoted = plain - 1;
        boolean fits = quoted > 0 && text.startsWith(name, quoted) && isQuote(text, quoted - 1);
        return fits && text.charAt(quoted - 1) == text.charAt(end - 1) ? Optional.of(quoted) : Optional.empty();
    }

    private static boolean isQuote(String text, int at) {
        return at >= 0 && (text.charAt(at) == '"' || text.charAt(at) == '\'');
    }

    private static Problem inWords(Named image) {
        return new Problem(
                image.span(),
                "the name " + image.text() + " is written in a form that cannot be changed in place",
                Optional.of("write it on the line of its key, plain or in quotes"));
    }

    /// An anchor may stand at something else than an image, which then would change as well.
    private void refuseOtherChanges(String changed) {
        if (!withoutImages(document.text()).equals(withoutImages(changed))) {
            throw new InvalidCompositionException(List.of(new Problem(
                    SourceSpan.at(document.name(), 1, 1),
                    "the name of an image is used for something else as well, by an alias",
                    Optional.of("write that name out where it is no image"))));
        }
    }

    private Composition withoutImages(String text) {
        return read(text).withImages(image -> ANY);
    }

    private Composition read(String text) {
        return new CompositionReader()
                .read(List.of(new SourceText(document.name(), text, document.packages())))
                .composition();
    }
}
