package dev.lamina.assembler.size;

import dev.lamina.assembler.size.SizeReport.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Adds up files by component, one compressed part after the other.
final class Tally {
    private static final String NO_FILES = "directories and links";

    private final Map<String, Row> rows = new LinkedHashMap<>();

    /// The files of one part, before it is known what they take.
    static final class Part {
        private final Map<String, Row> rows = new LinkedHashMap<>();
        private long bytes;

        void add(String component, long size) {
            rows.merge(component, new Row(component, 1, size, 0), Tally::sum);
            bytes += size;
        }
    }

    private static Row sum(Row a, Row b) {
        return new Row(a.component(), a.files() + b.files(), a.bytes() + b.bytes(), a.stored() + b.stored());
    }

    /// Shares the part's bytes out among its components; what rounding leaves goes to the last.
    void add(Part part, long stored) {
        if (part.rows.isEmpty()) {
            rows.merge(NO_FILES, new Row(NO_FILES, 0, 0, stored), Tally::sum);
            return;
        }
        long left = stored;
        int others = part.rows.size();
        for (Row row : part.rows.values()) {
            others--;
            long share =
                    others == 0 ? left : part.bytes == 0 ? 0 : Math.round((double) stored * row.bytes() / part.bytes);
            long given = Math.min(share, left);
            left -= given;
            rows.merge(row.component(), new Row(row.component(), row.files(), row.bytes(), given), Tally::sum);
        }
    }

    void add(String component, long bytes) {
        rows.merge(component, new Row(component, 1, bytes, bytes), Tally::sum);
    }

    SizeReport report() {
        return new SizeReport(List.copyOf(rows.values()));
    }
}
