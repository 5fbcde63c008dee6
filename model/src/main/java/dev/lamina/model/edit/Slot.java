package dev.lamina.model.edit;

import dev.lamina.model.yaml.Part;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A place for a value: the root, a key's or an element of a list.
final class Slot {
    private final @Nullable Origin origin;
    private String name;
    private @Nullable String rawName;
    private @Nullable Draft value;
    private boolean removed;
    private boolean moved;
    private @Nullable String note;

    /// Where the slot is in the text.
    ///
    /// @param start of its dash or key
    /// @param head behind its dash or colon; behind the key when there is no colon
    /// @param end behind its value
    record Origin(int start, int head, int end, Part value, Optional<Part.Pair> pair) {}

    private Slot(@Nullable Origin origin, String name, @Nullable Draft value) {
        this.origin = origin;
        this.name = name;
        this.value = value;
    }

    static Slot root(Part root) {
        Part.Extent at = root.extent();
        return new Slot(new Origin(at.start(), at.value(), at.end(), root, Optional.empty()), "", null);
    }

    static Slot of(Part.Element element) {
        Part.Extent at = element.value().extent();
        boolean flow = element.dash() < 0;
        int start = flow ? at.start() : element.dash();
        int head = flow ? at.start() : element.dash() + 1;
        return new Slot(new Origin(start, head, Math.max(head, at.end()), element.value(), Optional.empty()), "", null);
    }

    static Slot of(Part.Pair pair) {
        int head = pair.colon() < 0 ? pair.key().extent().end() : pair.colon() + 1;
        return new Slot(new Origin(pair.start(), head, pair.end(), pair.value(), Optional.of(pair)), pair.name(), null);
    }

    /// A new one.
    static Slot of(String name, Object value) {
        return new Slot(null, name, Draft.of(value));
    }

    /// A new one.
    static Slot of(String name, Draft value) {
        return new Slot(null, name, value);
    }

    /// A new one that has no value yet.
    static Slot empty(String name) {
        return new Slot(null, name, null);
    }

    Optional<Origin> origin() {
        return Optional.ofNullable(origin);
    }

    /// The key; empty for elements.
    String name() {
        return name;
    }

    /// The key as the document has it, or as an edit gave it.
    boolean isNamed(String key) {
        return name.equals(key)
                || origin != null
                        && origin.pair.map(pair -> pair.name().equals(key)).orElse(false);
    }

    void rename(String key) {
        this.name = key;
        this.rawName = null;
    }

    void renameAs(String yaml) {
        this.rawName = yaml;
    }

    Optional<String> rawName() {
        return Optional.ofNullable(rawName);
    }

    boolean isMerge() {
        return origin != null && origin.pair.map(Part.Pair::merges).orElse(false);
    }

    boolean isRenamed() {
        return origin != null
                && origin.pair.map(pair -> !pair.name().equals(name)).orElse(false);
    }

    boolean isRemoved() {
        return removed;
    }

    void remove() {
        this.removed = true;
    }

    /// Whether it was there before, and stays.
    boolean isKept() {
        return origin != null && !removed;
    }

    /// Takes it away from here, as it comes to stand elsewhere with the comments above it.
    void moveAway() {
        this.removed = true;
        this.moved = true;
    }

    void comeBack() {
        this.removed = false;
        this.moved = false;
    }

    boolean isMoved() {
        return moved;
    }

    /// The note that it gets; an empty one when it loses its note.
    Optional<String> note() {
        return Optional.ofNullable(note);
    }

    void note(String text) {
        this.note = text;
    }

    boolean holds(Excerpt excerpt) {
        return value instanceof Draft.Quoted(Excerpt held) && held == excerpt;
    }

    void set(Draft draft) {
        this.value = draft;
        this.removed = false;
    }

    /// Back to what was written.
    Draft reset(Part part) {
        Draft written = Draft.of(part);
        set(written);
        return written;
    }

    /// Whether nobody looked into it, so that it is as it was written.
    boolean isUntouched() {
        return value == null && rawName == null && !isRenamed();
    }

    /// The value, to be looked into or changed; empty for a slot that has none yet.
    Optional<Draft> value() {
        if (value == null && origin != null) {
            this.value = Draft.of(origin.value);
        }
        return Optional.ofNullable(value);
    }
}
