package dev.lamina.app.studio.problems;

import dev.lamina.app.studio.problems.ProblemEntry.Standing;
import dev.lamina.model.check.Severity;
import java.util.EnumSet;
import java.util.Set;

/// Which findings are shown.
///
/// @param query words that they must have
/// @param hidden severities that are not shown
/// @param allowed whether those are shown that a waiver allows
record ProblemFilter(String query, Set<Severity> hidden, boolean allowed) {
    static final ProblemFilter ALL = new ProblemFilter("", Set.of(), false);

    ProblemFilter {
        hidden = Set.copyOf(hidden);
    }

    boolean shows(ProblemEntry entry) {
        return (allowed || entry.standing() != Standing.ALLOWED)
                && !hidden.contains(entry.finding().severity())
                && entry.has(query);
    }

    ProblemFilter query(String words) {
        return new ProblemFilter(words, hidden, allowed);
    }

    ProblemFilter allowed(boolean shown) {
        return new ProblemFilter(query, hidden, shown);
    }

    ProblemFilter show(Severity severity, boolean shown) {
        Set<Severity> others = EnumSet.noneOf(Severity.class);
        others.addAll(hidden);
        if (shown) {
            others.remove(severity);
        } else {
            others.add(severity);
        }
        return new ProblemFilter(query, others, allowed);
    }
}
