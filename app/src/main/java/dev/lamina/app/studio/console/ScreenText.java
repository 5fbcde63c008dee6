package dev.lamina.app.studio.console;

import dev.lamina.vmlaunch.screen.Line;
import java.util.Optional;
import java.util.function.LongFunction;

/// What is on a screen, as text: lines that were broken for its width are whole again, blanks at their ends are gone.
final class ScreenText {
    private ScreenText() {}

    /// @param lines by their numbers
    static String of(Selected selected, LongFunction<Line> lines) {
        StringBuilder text = new StringBuilder();
        long last = selected.to().line();
        for (long number = selected.from().line(); number <= last; number++) {
            Line line = lines.apply(number);
            Optional<Span> span = selected.in(number, line.columns());
            String part = span.map(some -> line.text(some.from(), some.to())).orElse("");
            boolean joins = !selected.block() && line.wrapped() && number < last;
            text.append(joins ? part : part.stripTrailing());
            if (!joins && number < last) {
                text.append('\n');
            }
        }
        return text.toString();
    }
}
