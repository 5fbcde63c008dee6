package dev.lamina.app.cli;

import dev.lamina.assembler.listing.ListedFile;
import dev.lamina.assembler.size.Duplicate;
import dev.lamina.assembler.size.SizeReport.Row;
import dev.lamina.assembler.size.Sizes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What `lamina size --json` prints: a line for each component, then for each of the biggest files and each duplicate.
final class SizeJson {
    private SizeJson() {}

    static List<Map<String, Object>> lines(Sizes sizes, int files, boolean duplicates) {
        List<Map<String, Object>> lines = new ArrayList<>();
        sizes.report().rows().forEach(row -> lines.add(row(row)));
        sizes.biggest(files).forEach(file -> lines.add(file(file)));
        if (duplicates) {
            sizes.duplicates().forEach(duplicate -> lines.add(duplicate(duplicate)));
        }
        return lines;
    }

    static Map<String, Object> row(Row row) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("component", row.component());
        object.put("files", row.files());
        object.put("bytes", row.bytes());
        object.put("stored", row.stored());
        return object;
    }

    private static Map<String, Object> file(ListedFile file) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("file", file.path());
        object.put("component", file.component());
        object.put("bytes", file.size());
        object.put("stored", file.stored());
        object.put("sha256", file.content().map(digest -> digest.hex()));
        return object;
    }

    private static Map<String, Object> duplicate(Duplicate duplicate) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("duplicate", duplicate.paths());
        object.put("bytes", duplicate.size());
        object.put("wasted", duplicate.wasted());
        object.put("sha256", duplicate.content().hex());
        return object;
    }
}
