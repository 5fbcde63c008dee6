package dev.lamina.model.edit;

import dev.lamina.model.edit.Draft.Mapping;
import dev.lamina.model.edit.Draft.Sequence;
import dev.lamina.model.problem.InvalidCompositionException;
import dev.lamina.model.yaml.Part;
import dev.lamina.model.yaml.Schema;
import dev.lamina.model.yaml.Schema.Key;
import dev.lamina.model.yaml.Schema.ListOf;
import dev.lamina.model.yaml.Schema.Shape;
import dev.lamina.model.yaml.Schema.TextMap;
import dev.lamina.model.yaml.Schema.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Follows a path through one document. Keys may hold dots: of those that the document or the schema knows,
/// the longest that fits is taken.
final class Walk {
    /// The type of what the schema does not know.
    static final Type UNKNOWN = new Shape("", List.of());

    private static final Pattern INDEX = Pattern.compile("\\[(\\d{1,9})]");

    private final OpenDocument document;
    private final String path;
    private final boolean make;
    private String rest;
    private Type type = Schema.ROOT;
    private String section = "";
    private Slot slot;
    private Slot holder;
    private List<Slot> siblings = new ArrayList<>();

    private Walk(OpenDocument document, String path, String name, boolean make) {
        this.document = document;
        this.path = name;
        this.make = make;
        this.rest = path;
        this.slot = document.root();
        this.holder = slot;
    }

    /// @param siblings the slots among which it is
    /// @param holder the slot of the list or mapping that it is in
    /// @param section its key when it is a list of the root; else empty
    /// @param type what the schema says of it
    record Found(Slot slot, List<Slot> siblings, Slot holder, String section, Type type) {

        /// The elements of the list that the composition has, of those that were written.
        List<Slot> counted(OpenDocument document, Sequence list) {
            return document.counted(list, section, elementType(type));
        }
    }

    /// The place at the end of the path. Empty when what it lies in has been removed.
    ///
    /// @param path with the indexes of this document
    /// @param name the path as whoever made the edit knows it
    /// @param make whether keys are added that are not there
    static Optional<Found> find(OpenDocument document, String path, String name, boolean make) {
        return new Walk(document, path, name, make).find();
    }

    private Optional<Found> find() {
        while (!rest.isEmpty()) {
            refuseMoved();
            if (slot.isRemoved()) {
                return Optional.empty();
            }
            if (rest.startsWith("[")) {
                element();
            } else {
                key();
            }
        }
        refuseMoved();
        return Optional.of(new Found(slot, siblings, holder, section, type));
    }

    private void refuseMoved() {
        if (slot.isMoved()) {
            int at = slot.origin().map(Slot.Origin::start).orElse(0);
            throw document.refusal(at, path + " cannot be changed by the change that moves it");
        }
    }

    private void element() {
        Matcher index = INDEX.matcher(rest);
        if (!index.lookingAt() || !(value() instanceof Sequence sequence)) {
            throw missing();
        }
        enter(sequence);
        List<Slot> counted = document.counted(sequence, section, elementType(type));
        int nth = Integer.parseInt(index.group(1));
        if (nth >= counted.size()) {
            throw missing();
        }
        holder = slot;
        slot = counted.get(nth);
        siblings = sequence.slots();
        type = elementType(type);
        section = "";
        rest = rest.substring(index.end());
        if (rest.startsWith(".")) {
            rest = rest.substring(1);
        }
    }

    private static Type elementType(Type type) {
        return type instanceof ListOf list ? list.element() : UNKNOWN;
    }

    private void key() {
        if (!(value() instanceof Mapping mapping)) {
            throw missing();
        }
        enter(mapping);
        String key = longest(mapping);
        siblings = mapping.slots();
        boolean top = slot == document.root();
        holder = slot;
        slot = find(mapping, key).orElseGet(() -> added(mapping, key));
        section = top ? key : "";
        type = type(key);
        rest = rest.substring(key.length());
        if (rest.startsWith(".")) {
            rest = rest.substring(1);
        }
    }

    private static Optional<Slot> find(Mapping mapping, String key) {
        return mapping.slots().stream()
                .filter(each -> !each.isMerge() && each.isNamed(key))
                .findFirst();
    }

    private Slot added(Mapping mapping, String key) {
        if (mapping.from() != null) {
            document.sharing().refuseInherited(mapping.from(), key, path);
        }
        if (!make) {
            throw missing();
        }
        Slot added = Slot.empty(key);
        mapping.slots()
                .add(
                        slot == document.root()
                                ? BootOrder.place(mapping.slots(), key)
                                : mapping.slots().size(),
                        added);
        return added;
    }

    private String longest(Mapping mapping) {
        if (type instanceof TextMap) {
            return rest;
        }
        String longest = "";
        for (Slot each : mapping.slots()) {
            longest = longer(longest, each.name());
            longest = longer(
                    longest,
                    each.origin()
                            .flatMap(Slot.Origin::pair)
                            .map(Part.Pair::name)
                            .orElse(""));
        }
        if (type instanceof Shape shape) {
            for (Key key : shape.keys()) {
                longest = longer(longest, key.name());
            }
        }
        return longest.isEmpty() ? rest : longest;
    }

    private String longer(String longest, String key) {
        boolean fits =
                rest.startsWith(key) && (rest.length() == key.length() || ".[".indexOf(rest.charAt(key.length())) >= 0);
        return fits && key.length() > longest.length() ? key : longest;
    }

    private Type type(String name) {
        return type instanceof Shape shape ? shape.key(name).map(Key::type).orElse(UNKNOWN) : UNKNOWN;
    }

    /// What is in the slot, or a new list or mapping for what the path goes on with.
    private Draft value() {
        Optional<Draft> value = slot.value();
        if (value.isPresent() && !isNothing(value.get())) {
            enterAlias(value.get());
            return value.get();
        }
        boolean otherRoot = slot == document.root() && value.isPresent();
        if (!make || otherRoot) {
            throw missing();
        }
        List<Slot> none = new ArrayList<>();
        Draft made = rest.startsWith("[") ? new Sequence(null, none) : new Mapping(null, none);
        slot.set(made);
        return made;
    }

    static boolean isNothing(Draft value) {
        return value instanceof Draft.Written(Part.Scalar scalar) && scalar.type() == Part.Type.NOTHING;
    }

    private void enterAlias(Draft value) {
        if (value instanceof Draft.Written(Part.Alias alias)) {
            document.sharing().enter(alias, path);
        }
    }

    private void enter(Draft value) {
        value.origin().ifPresent(part -> document.sharing().enter(part, path));
        if (value instanceof Mapping(Part.Mapping from, List<Slot> slots) && from != null && !from.plain()) {
            throw document.refusal(from.extent().start(), path + " lies in a mapping with keys of several lines");
        }
    }

    private InvalidCompositionException missing() {
        int at = slot.origin().map(Slot.Origin::start).orElse(0);
        return document.refusal(at, "there is no " + path + " that could be changed");
    }
}
