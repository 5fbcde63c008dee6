package dev.lamina.assembler.registry;

import java.time.Duration;

/// Waits between two attempts; tests do not.
@FunctionalInterface
public interface Pause {
    void of(Duration duration) throws InterruptedException;
}
