package dev.lamina.app.cli;

import dev.lamina.assembler.difference.ComponentChange;
import dev.lamina.assembler.difference.FileChange;
import dev.lamina.assembler.difference.FileChange.Added;
import dev.lamina.assembler.difference.FileChange.Changed;
import dev.lamina.assembler.difference.FileChange.Removed;
import dev.lamina.assembler.difference.SettingChange;
import dev.lamina.assembler.difference.SystemDifference;
import dev.lamina.assembler.difference.SystemDifference.Total;
import dev.lamina.assembler.listing.ListedFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What `lamina diff --json` prints: a line for each component, the command line, each setting and each file that
/// differs, and the totals at the end.
final class DiffJson {
    private DiffJson() {}

    static List<Map<String, Object>> lines(SystemDifference difference) {
        List<Map<String, Object>> lines = new ArrayList<>();
        difference.components().forEach(change -> lines.add(component(change)));
        if (difference.cmdline().changed()) {
            lines.add(Map.of(
                    "cmdline",
                    pair(difference.cmdline().before(), difference.cmdline().after())));
        }
        difference.settings().forEach(change -> lines.add(setting(change)));
        difference.files().forEach(change -> lines.add(file(change)));
        lines.add(Map.of("total", pair(total(difference.before()), total(difference.after()))));
        return lines;
    }

    private static Map<String, Object> pair(Object before, Object after) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("before", before);
        object.put("after", after);
        return object;
    }

    private static Map<String, Object> component(ComponentChange change) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("component", change.component());
        object.put("change", word(change.before().isPresent(), change.after().isPresent()));
        object.put("before", change.before().map(SizeJson::row));
        object.put("after", change.after().map(SizeJson::row));
        return object;
    }

    private static String word(boolean before, boolean after) {
        return before && after ? "changed" : after ? "added" : "removed";
    }

    /// Values are JSON within a text, since they may be anything.
    private static Map<String, Object> setting(SettingChange change) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("setting", change.path());
        object.put("component", change.component());
        object.put("document", change.file());
        object.put("before", change.before());
        object.put("after", change.after());
        return object;
    }

    private static Map<String, Object> file(FileChange change) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("file", change.path());
        object.put("component", change.component());
        switch (change) {
            case Added(ListedFile after) -> {
                object.put("change", "added");
                object.put("after", listed(after));
            }
            case Removed(ListedFile before) -> {
                object.put("change", "removed");
                object.put("before", listed(before));
            }
            case Changed changed -> {
                object.put("change", "changed");
                object.put(
                        "differs",
                        changed.aspects().stream()
                                .map(aspect -> aspect.toString().toLowerCase(Locale.ROOT))
                                .toList());
                object.put("before", listed(changed.before()));
                object.put("after", listed(changed.after()));
            }
        }
        return object;
    }

    private static Map<String, Object> listed(ListedFile file) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("kind", file.kind().toString().toLowerCase(Locale.ROOT));
        object.put("mode", "%04o".formatted(file.mode()));
        object.put("uid", file.uid());
        object.put("gid", file.gid());
        object.put("mtime", file.mtime());
        object.put("size", file.size());
        object.put("link", Optional.of(file.link()).filter(link -> !link.isEmpty()));
        object.put("sha256", file.content().map(digest -> digest.hex()));
        return object;
    }

    private static Map<String, Object> total(Total total) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("files", total.files());
        object.put("bytes", total.bytes());
        object.put("stored", total.stored());
        return object;
    }
}
