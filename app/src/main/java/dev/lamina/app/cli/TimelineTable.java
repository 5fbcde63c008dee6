package dev.lamina.app.cli;

import dev.lamina.app.operation.BootTimeline;
import dev.lamina.app.operation.BootTimeline.Span;
import dev.lamina.model.problem.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A boot's timeline as text with bars, and as JSON. Times are milliseconds.
final class TimelineTable {
    private static final int BAR = 40;

    private TimelineTable() {}

    static String text(BootTimeline timeline) {
        Duration end = timeline.spans().stream()
                .map(span -> span.begin().plus(span.took()))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "%7s %7s  %-28s", "at ms", "took ms", "")
                .stripTrailing());
        for (Span span : timeline.spans()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%7d %7d  %-28s %s",
                    span.begin().toMillis(),
                    span.took().toMillis(),
                    label(span),
                    bar(span, Math.max(1, end.toMillis()))));
        }
        return String.join("\n", lines);
    }

    private static String label(Span span) {
        String part = part(span);
        return span.name().isEmpty() ? part : part + " " + Texts.shorten(span.name());
    }

    private static String part(Span span) {
        return span.part().name().toLowerCase(Locale.ROOT);
    }

    private static String bar(Span span, long end) {
        int begin = (int) (span.begin().toMillis() * BAR / end);
        int length = (int) Math.max(1, Math.round((double) span.took().toMillis() * BAR / end));
        return " ".repeat(begin) + "#".repeat(Math.min(length, BAR - Math.min(begin, BAR - 1)));
    }

    static List<Map<String, Object>> json(BootTimeline timeline) {
        return timeline.spans().stream().map(TimelineTable::json).toList();
    }

    private static Map<String, Object> json(Span span) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("part", part(span));
        object.put("name", span.name());
        object.put("atMs", span.begin().toMillis());
        object.put("tookMs", span.took().toMillis());
        return object;
    }
}
