package dev.lamina.app.studio.problems;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.problems.ProblemEntry.Standing;
import dev.lamina.model.check.Severity;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How many findings there are, for tabs and the status bar.
///
/// @param counts by severity, without those that are allowed; none for severities that there is nothing of
/// @param allowed by waivers
/// @param fixable how many have a fix
public record ProblemSummary(Map<Severity, Integer> counts, int allowed, int fixable) {
    private static final Texts TEXTS = Texts.of(ProblemSummary.class);
    private static final int FEW = 2;

    public ProblemSummary {
        counts = Map.copyOf(counts);
    }

    static ProblemSummary of(List<ProblemEntry> entries) {
        Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
        int allowed = 0;
        int fixable = 0;
        for (ProblemEntry entry : entries) {
            if (entry.standing() == Standing.ALLOWED) {
                allowed++;
            } else {
                counts.merge(entry.finding().severity(), 1, Integer::sum);
                fixable += entry.finding().fix().isPresent() ? 1 : 0;
            }
        }
        return new ProblemSummary(counts, allowed, fixable);
    }

    public int count(Severity severity) {
        return counts.getOrDefault(severity, 0);
    }

    public int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /// Empty when nothing is found.
    public Optional<Severity> worst() {
        return counts.keySet().stream().min(Severity::compareTo);
    }

    /// Of all severities, the most serious first: `2 errors, 3 high`.
    public String words() {
        return words(Severity.values().length);
    }

    /// Of the two worst severities, for where there is little room.
    public String fewWords() {
        return words(FEW);
    }

    private String words(int most) {
        List<String> words = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            if (count(severity) > 0 && words.size() < most) {
                words.add(TEXTS.get("count." + severity.text(), count(severity)));
            }
        }
        return words.isEmpty() ? TEXTS.get("count.none") : String.join(", ", words);
    }
}
