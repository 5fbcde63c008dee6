package dev.lamina.app.studio.console;

import java.util.Optional;

/// What is selected: from one place to another, either all between them or a rectangle.
///
/// @param anchor where it began; it stays when the selection is made larger
/// @param head where it ends, before or behind the anchor
record Selected(Spot anchor, Spot head, boolean block) {
    Spot from() {
        return anchor.compareTo(head) <= 0 ? anchor : head;
    }

    Spot to() {
        return anchor.compareTo(head) <= 0 ? head : anchor;
    }

    boolean isEmpty() {
        return block ? anchor.column() == head.column() : anchor.equals(head);
    }

    /// The cells of a line that belong to it.
    ///
    /// @param columns of the line
    Optional<Span> in(long line, int columns) {
        if (line < from().line() || line > to().line() || isEmpty()) {
            return Optional.empty();
        }
        int start = block ? Math.min(anchor.column(), head.column()) : line == from().line() ? from().column() : 0;
        int end = block ? Math.max(anchor.column(), head.column()) : line == to().line() ? to().column() : columns;
        return start < Math.min(end, columns) ? Optional.of(new Span(start, Math.min(end, columns))) : Optional.empty();
    }
}
