package dev.lamina.model.check;

import java.util.function.Consumer;

/// A check of one container that needs to know nothing of the others: what it says depends on the container, its place
/// and the facts only, and is kept while these stay the same.
public non-sealed interface ContainerCheck extends Check {
    void check(ContainerView container, Consumer<Report> found);
}
