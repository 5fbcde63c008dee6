package dev.lamina.model.check;

import java.util.function.Consumer;

/// A rule that the reader of documents holds: what breaks it comes as a problem with its code.
public record ReaderCheck(Rule rule) implements SystemCheck {
    @Override
    public void check(SystemView system, Consumer<Report> found) {
        // The reader has said it.
    }
}
