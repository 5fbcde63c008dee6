package dev.lamina.model.progress;

import java.util.OptionalLong;

/// A fact about a running job. The skins (bars, lines, JSON, the window) choose the words.
public sealed interface Progress {

    /// A step began. `bytes` is how much it will handle, when known.
    record Started(long step, String label, OptionalLong bytes) implements Progress {}

    /// The step handled this many bytes since its last report.
    record Advanced(long step, long bytes) implements Progress {}

    /// The step ended, done or not.
    record Finished(long step) implements Progress {}

    /// Something the user should read once.
    record Note(Level level, String text) implements Progress {}

    enum Level {
        INFO,
        WARNING
    }
}
