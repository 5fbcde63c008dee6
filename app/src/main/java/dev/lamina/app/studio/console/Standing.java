package dev.lamina.app.studio.console;

/// How it stands with the machine whose console is shown.
sealed interface Standing {

    /// None was started yet.
    record Off() implements Standing {}

    record Running() implements Standing {}

    /// @param words how it ended, a sentence; empty when nobody said
    record Ended(String words) implements Standing {}
}
