package dev.lamina.model.edit;

import dev.lamina.model.problem.InvalidCompositionException;
import dev.lamina.model.problem.Problem;
import dev.lamina.model.value.SourceSpan;
import dev.lamina.model.yaml.Kept;
import dev.lamina.model.yaml.Part;
import dev.lamina.model.yaml.SourceText;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The documents of one composition. Knows which of them a path of the composition lies in: the lists of
/// all follow one another, and of the kernel the last value counts.
final class Documents {
    private static final Pattern ELEMENT = Pattern.compile("([^.\\[]+)\\[(\\d{1,9})](.*)", Pattern.DOTALL);

    private final List<OpenDocument> all;

    Documents(List<SourceText> sources) {
        this.all = sources.stream().map(OpenDocument::of).toList();
    }

    /// A path within one document.
    record Local(OpenDocument document, String path) {}

    List<OpenDocument> all() {
        return all;
    }

    /// Where the only value, or the one that counts, is or comes to be.
    Local one(String path) {
        List<OpenDocument> having = having(path);
        boolean section = path.indexOf('.') < 0 && path.indexOf('[') < 0;
        if (section && having.size() > 1) {
            throw refusal("%s stands in %d documents".formatted(path, having.size()));
        }
        return last(path);
    }

    /// Where the last value is that a path stands for, or comes to be.
    Local last(String path) {
        if (path.isEmpty() || path.startsWith("[") || path.startsWith(".")) {
            throw missing(path);
        }
        Matcher element = ELEMENT.matcher(path);
        return element.matches()
                ? element(element, path).orElseThrow(() -> missing(path))
                : new Local(owner(path, path), path);
    }

    /// All places that give a value to the path.
    List<Local> each(String path) {
        List<OpenDocument> having = having(path);
        return having.size() < 2
                ? List.of(last(path))
                : having.stream().map(document -> new Local(document, path)).toList();
    }

    /// The element at the path, or the place behind the last one.
    Local before(String path) {
        Matcher element = ELEMENT.matcher(path);
        if (!element.matches()) {
            return last(path);
        }
        Optional<Local> there = element(element, path);
        String section = element.group(1);
        int index = Integer.parseInt(element.group(2));
        int count = all.stream().mapToInt(document -> document.count(section)).sum();
        boolean behind = element.group(3).isEmpty() && index == count;
        if (there.isEmpty() && behind) {
            OpenDocument owner = owner(section, path);
            return new Local(owner, section + "[" + owner.count(section) + "]");
        }
        return there.orElseThrow(() -> missing(path));
    }

    private Optional<Local> element(Matcher element, String path) {
        String section = element.group(1);
        int index = Integer.parseInt(element.group(2));
        for (OpenDocument document : all) {
            int count = document.count(section);
            if (index < count) {
                return Optional.of(new Local(document, section + "[" + index + "]" + element.group(3)));
            }
            index -= count;
        }
        return Optional.empty();
    }

    private OpenDocument owner(String path, String whole) {
        List<OpenDocument> having = having(path);
        Optional<OpenDocument> counting = having.reversed().stream()
                .filter(document -> counts(document, path))
                .findFirst();
        if (counting.isPresent()) {
            return counting.get();
        }
        if (!having.isEmpty()) {
            return having.getFirst();
        }
        int dot = path.indexOf('.');
        return dot > 0
                ? owner(path.substring(0, dot), whole)
                : all.stream().filter(OpenDocument::isReadable).findFirst().orElseThrow(() -> missing(whole));
    }

    private List<OpenDocument> having(String path) {
        return all.stream()
                .filter(document -> document.written(path).isPresent())
                .toList();
    }

    /// Whether what a document has at a path replaces what an earlier one has there.
    private static boolean counts(OpenDocument document, String path) {
        String key = path.substring(path.lastIndexOf('.') + 1);
        return document.written(path)
                .map(part -> !(part instanceof Part.Scalar scalar) || Kept.replaces(key, scalar.text()))
                .orElse(true);
    }

    /// The document of a place.
    OpenDocument named(SourceSpan span) {
        return all.stream()
                .filter(document -> document.source().name().equals(span.file()))
                .findFirst()
                .orElseThrow(() -> refusal("there is no document " + span.file()));
    }

    private InvalidCompositionException missing(String path) {
        return refusal("there is no " + path + " that could be changed");
    }

    InvalidCompositionException refusal(String message) {
        String name = all.isEmpty() ? "" : all.getFirst().source().name();
        return new InvalidCompositionException(
                List.of(new Problem(SourceSpan.at(name, 1, 1), message, Optional.of("read the documents again"))));
    }
}
