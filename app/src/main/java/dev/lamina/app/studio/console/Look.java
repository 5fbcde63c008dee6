package dev.lamina.app.studio.console;

import dev.lamina.vmlaunch.screen.Cursor;
import dev.lamina.vmlaunch.screen.Line;
import java.util.List;
import java.util.Optional;

/// How one line is to look. Two that are equal need no painting in between.
///
/// @param marks see [RowPlan]
/// @param gutter what stands in front of the line; empty when nothing does
/// @param cursor when it is on this line and is not one of the marks
record Look(Line line, List<Mark> marks, String gutter, Optional<Caret> cursor, boolean reverse) {
    Look {
        marks = List.copyOf(marks);
    }

    /// @param cells how wide the character below is
    /// @param hollow whether the keys go elsewhere
    record Caret(int column, int cells, Cursor.Shape shape, boolean hollow) {}
}
