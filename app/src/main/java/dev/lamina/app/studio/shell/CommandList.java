package dev.lamina.app.studio.shell;

import dev.lamina.app.studio.action.Action;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// All that can be done, as a list to search in.
final class CommandList {
    private final List<Action> actions;

    CommandList(List<Action> actions) {
        this.actions = List.copyOf(actions);
    }

    private record Hit(Action action, int rank) {}

    /// Those whose label has all words of the query; first those that begin with it, then those that can be done now.
    List<Action> find(String query) {
        String wanted = query.strip().toLowerCase(Locale.ROOT);
        String[] words = wanted.split("\\s+");
        List<Hit> hits = new ArrayList<>();
        for (Action action : actions) {
            String label = label(action).toLowerCase(Locale.ROOT);
            if (hasAll(label, words)) {
                hits.add(new Hit(action, (label.startsWith(wanted) ? 0 : 2) + (action.allowed() ? 0 : 1)));
            }
        }
        return hits.stream()
                .sorted(Comparator.comparingInt(Hit::rank))
                .map(Hit::action)
                .toList();
    }

    private static boolean hasAll(String label, String[] words) {
        for (String word : words) {
            if (!label.contains(word)) {
                return false;
            }
        }
        return true;
    }

    static String label(Action action) {
        return action.label().getValue();
    }
}
