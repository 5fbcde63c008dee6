package dev.lamina.model.check;

import java.util.function.Consumer;

/// A check of a whole system.
public non-sealed interface SystemCheck extends Check {
    void check(SystemView system, Consumer<Report> found);
}
