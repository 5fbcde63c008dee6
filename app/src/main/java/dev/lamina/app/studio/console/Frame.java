package dev.lamina.app.studio.console;

import dev.lamina.vmlaunch.screen.Line;
import dev.lamina.vmlaunch.screen.Snapshot;
import java.util.List;

/// What is shown at one moment.
///
/// @param screen the guest's screen, all of it
/// @param top the number of the first line that is shown
/// @param last the highest number that can be at the top
/// @param lines that are shown
record Frame(Snapshot screen, long top, long last, List<Line> lines) {
    Frame {
        lines = List.copyOf(lines);
    }
}
