package dev.lamina.assembler.difference;

import dev.lamina.assembler.size.SizeReport.Row;
import java.util.Optional;

/// A component that is not the same in two systems.
///
/// @param before empty when it was added
/// @param after empty when it was removed
public record ComponentChange(String component, Optional<Row> before, Optional<Row> after) {

    /// How many bytes more of the later image are for it.
    public long growth() {
        return after.map(Row::stored).orElse(0L) - before.map(Row::stored).orElse(0L);
    }
}
