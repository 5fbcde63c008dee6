package dev.lamina.model.exposure;

import java.util.Arrays;
import java.util.List;

/// A row of the table of weights.
///
/// @param key e.g. `capability SYS_ADMIN`
/// @param points in hundredths; of a bind, when it is writable
/// @param readOnlyPoints of a bind that is read-only; otherwise the same
/// @param what in words that follow the name of a container, with `%s` for a path or a port
/// @param why it counts that much
/// @param source of that
record Weight(String key, int points, int readOnlyPoints, String what, String why, String source) {

    boolean ofBind() {
        return key.startsWith("bind ");
    }

    /// A line `KEY | WEIGHT[/READ-ONLY] | WHAT | WHY | SOURCE`.
    static Weight parse(String line) {
        List<String> columns =
                Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
        if (columns.size() != 5) {
            throw new IllegalArgumentException("no row of five columns: " + line);
        }
        String[] weights = columns.get(1).split("/", 2);
        return new Weight(
                columns.get(0),
                points(weights[0]),
                points(weights[weights.length - 1]),
                columns.get(2),
                columns.get(3),
                columns.get(4));
    }

    private static int points(String decimal) {
        return Integer.parseInt(decimal.replace(".", ""));
    }
}
