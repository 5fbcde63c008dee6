package dev.lamina.assembler.size;

import java.util.Comparator;
import java.util.List;

/// What the bytes of a system are for.
///
/// @param rows the largest first
public record SizeReport(List<Row> rows) {
    public SizeReport {
        rows = rows.stream()
                .sorted(Comparator.comparingLong(Row::stored).reversed().thenComparing(Row::component))
                .toList();
    }

    /// @param component e.g. `services getty`
    /// @param files how many
    /// @param bytes of the files, uncompressed
    /// @param stored bytes in the image. Within a compressed part they are shared out by the sizes of the files, so
    ///     they are exact for what is compressed alone, and otherwise an estimate.
    public record Row(String component, long files, long bytes, long stored) {}

    /// Bytes of the whole image.
    public long stored() {
        return rows.stream().mapToLong(Row::stored).sum();
    }

    public long bytes() {
        return rows.stream().mapToLong(Row::bytes).sum();
    }

    public long files() {
        return rows.stream().mapToLong(Row::files).sum();
    }

    static Row sum(Row a, Row b) {
        return new Row(a.component(), a.files() + b.files(), a.bytes() + b.bytes(), a.stored() + b.stored());
    }
}
