package dev.lamina.app.studio.editor;

import dev.lamina.app.studio.editor.Highlighter.State;
import java.util.ArrayList;
import java.util.List;

/// In which state each line begins. Lines are looked at no further than somebody asks, so that a change costs what is
/// seen of it.
final class LineStates {
    private final Lines lines;
    private final List<State> starts = new ArrayList<>(List.of(State.START));

    LineStates(Lines lines) {
        this.lines = lines;
    }

    /// A line is another one now, and whatever follows it.
    void changed(int line) {
        int kept = Math.max(1, Math.min(starts.size(), line + 1));
        starts.subList(kept, starts.size()).clear();
    }

    /// Goes on to a line, but not for ever.
    ///
    /// @param most how many lines are looked at
    /// @return whether the line was reached
    boolean reach(int line, int most) {
        int end = Math.min(line, starts.size() - 1 + most);
        while (starts.size() <= end) {
            int last = starts.size() - 1;
            starts.add(Highlighter.scan(lines.line(last), starts.get(last)).after());
        }
        return starts.size() > line;
    }

    State at(int line) {
        reach(line, Integer.MAX_VALUE / 2);
        return starts.get(line);
    }

    /// The pieces of a line.
    List<Token> tokens(int line) {
        return Highlighter.scan(lines.line(line), at(line)).tokens();
    }
}
