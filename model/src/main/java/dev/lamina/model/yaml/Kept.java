package dev.lamina.model.yaml;

import dev.lamina.model.yaml.Schema.Key;
import dev.lamina.model.yaml.Schema.ListOf;
import dev.lamina.model.yaml.Schema.Plain;
import dev.lamina.model.yaml.Schema.Shape;
import dev.lamina.model.yaml.Schema.Type;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;

/// What the composition has of a document: the elements of lists that a value can be made of, and the fields of the
/// kernel that say something. It is what [SchemaCheck], [Pruning] and [KernelBinder] decide, without looking into all
/// that an element holds.
public final class Kept {
    private final Templates templates;

    public Kept(SourceText document) {
        this.templates = new Templates(document.packages());
    }

    /// Whether a field of the kernel replaces that of an earlier document.
    public static boolean replaces(String key, String text) {
        return KernelBinder.counts(key, text);
    }

    /// Whether an element of a list of the root is there, such as a service.
    public boolean component(String section, Part element) {
        Part value = target(element);
        Optional<Type> type = elementType(section);
        if (type.isPresent() && !element(value, type.get())) {
            return false;
        }
        return switch (section) {
            case "init" -> text(value).filter(this::isImage).isPresent();
            case "files" -> has(value, "path") && hasContent(value);
            case "volumes" -> has(value, "name");
            case "onboot", "onshutdown", "services" -> has(value, "name") && image(value);
            default -> true;
        };
    }

    private static Optional<Type> elementType(String section) {
        return Schema.ROOT
                .key(section)
                .map(Key::type)
                .filter(ListOf.class::isInstance)
                .map(list -> ((ListOf) list).element());
    }

    /// Whether an element of another list is there, such as a capability.
    public boolean element(Part element, Type type) {
        Part value = target(element);
        return switch (type) {
            case Plain plain -> value instanceof Part.Scalar scalar && fits(scalar, plain);
            case Shape shape -> value instanceof Part.Mapping;
            default -> true;
        };
    }

    private static boolean fits(Part.Scalar scalar, Plain type) {
        Item.Scalar.Type found = switch (scalar.type()) {
            case TEXT, UNKNOWN -> Item.Scalar.Type.TEXT;
            case NUMBER -> Item.Scalar.Type.NUMBER;
            case FRACTION -> Item.Scalar.Type.FRACTION;
            case TRUTH -> Item.Scalar.Type.TRUTH;
            case NOTHING -> Item.Scalar.Type.NOTHING;
        };
        return SchemaCheck.fits(found, type)
                && switch (found) {
                    case NUMBER -> Numbers.parse(scalar.text()).isPresent();
                    case TRUTH -> true;
                    default -> SchemaCheck.isClean(scalar.text());
                };
    }

    private boolean image(Part holder) {
        return text(get(holder, "image"))
                .filter(SchemaCheck::isClean)
                .filter(this::isImage)
                .isPresent();
    }

    private boolean isImage(String text) {
        if (!Templates.is(text)) {
            return Images.usable(text);
        }
        return templates.resolve(text) instanceof PackageNames.Answer.Name name && Images.usable(name.image());
    }

    private static boolean has(Part holder, String key) {
        return get(holder, key)
                .filter(value -> value instanceof Part.Scalar scalar && fits(scalar, Plain.TEXT))
                .isPresent();
    }

    private static boolean hasContent(Part file) {
        return FileRules.KINDS.stream().anyMatch(kind -> {
            Optional<Part> value = get(file, kind);
            return switch (kind) {
                case "directory" ->
                    value.filter(truth -> truth instanceof Part.Scalar scalar
                                    && scalar.type() == Part.Type.TRUTH
                                    && Boolean.parseBoolean(scalar.text()))
                            .isPresent();
                case "contents" -> text(value).isPresent();
                default -> text(value).filter(SchemaCheck::isClean).isPresent();
            };
        });
    }

    private static Optional<String> text(Optional<Part> value) {
        return value.flatMap(Kept::text);
    }

    private static Optional<String> text(Part value) {
        boolean text = value instanceof Part.Scalar scalar
                && (scalar.type() == Part.Type.TEXT || scalar.type() == Part.Type.UNKNOWN);
        return text ? Optional.of(((Part.Scalar) value).text()) : Optional.empty();
    }

    /// The value of a key, which may come in by a merge key.
    private static Optional<Part> get(Part holder, String key) {
        return get(holder, key, Collections.newSetFromMap(new IdentityHashMap<>()))
                .map(Kept::target);
    }

    private static Optional<Part> get(Part holder, String key, Set<Part> seen) {
        if (!(target(holder) instanceof Part.Mapping mapping) || !seen.add(mapping)) {
            return Optional.empty();
        }
        for (Part.Pair pair : mapping.pairs()) {
            if (pair.name().equals(key)) {
                return Optional.of(pair.value());
            }
        }
        return mapping.pairs().stream()
                .filter(Part.Pair::merges)
                .flatMap(pair -> merged(target(pair.value()), key, seen).stream())
                .findFirst();
    }

    private static Optional<Part> merged(Part from, String key, Set<Part> seen) {
        if (!(from instanceof Part.Sequence sequence)) {
            return get(from, key, seen);
        }
        return sequence.elements().stream()
                .flatMap(element -> get(element.value(), key, seen).stream())
                .findFirst();
    }

    private static Part target(Part part) {
        return part instanceof Part.Alias alias ? alias.target() : part;
    }
}
