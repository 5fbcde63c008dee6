package dev.lamina.vmlaunch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Text with gaps that a line may contain: `mount of {source} on {target} failed`. A gap takes what stands up to the
/// first occurrence of the text behind it, and nothing else is tried, so the time is bounded by the line's length
/// whatever a guest prints. `{}` is a gap without a name, `^` at the front the beginning of the line, `$` at the back
/// its end. A gap without text behind it takes the rest.
final class LinePattern {
    private final String source;
    private final boolean fromStart;
    private final boolean toEnd;
    /// Alternating with `gaps`: text, gap, text, …, text; each may be empty.
    private final List<String> texts = new ArrayList<>();
    private final List<String> gaps = new ArrayList<>();

    private LinePattern(String source) {
        this.source = source;
        this.fromStart = source.startsWith("^");
        this.toEnd = source.endsWith("$");
        String inner = source.substring(fromStart ? 1 : 0, source.length() - (toEnd ? 1 : 0));
        int at = 0;
        for (int open = inner.indexOf('{'); open >= 0; open = inner.indexOf('{', at)) {
            int close = inner.indexOf('}', open);
            if (close < 0) {
                throw new IllegalArgumentException("a gap has no end: " + source);
            }
            texts.add(inner.substring(at, open));
            gaps.add(inner.substring(open + 1, close));
            at = close + 1;
        }
        texts.add(inner.substring(at));
    }

    static LinePattern parse(String source) {
        return new LinePattern(source);
    }

    /// What stands in the gaps with a name, when the line has this form.
    Optional<Map<String, String>> match(String line) {
        String first = texts.getFirst();
        int found = fromStart ? (line.startsWith(first) ? 0 : -1) : line.indexOf(first);
        if (found < 0) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        int at = found + first.length();
        for (int i = 0; i < gaps.size(); i++) {
            String text = texts.get(i + 1);
            int next = next(line, text, at, i + 1 == gaps.size());
            if (next < 0) {
                return Optional.empty();
            }
            if (!gaps.get(i).isEmpty()) {
                values.put(gaps.get(i), line.substring(at, next));
            }
            at = next + text.length();
        }
        return toEnd && at < line.length() ? Optional.empty() : Optional.of(values);
    }

    private int next(String line, String text, int from, boolean last) {
        if (last && text.isEmpty()) {
            return line.length();
        }
        if (last && toEnd) {
            int start = line.length() - text.length();
            return start >= from && line.endsWith(text) ? start : -1;
        }
        return line.indexOf(text, from);
    }

    /// The names of the gaps, in order.
    List<String> names() {
        return gaps.stream().filter(name -> !name.isEmpty()).toList();
    }

    @Override
    public String toString() {
        return source;
    }
}
