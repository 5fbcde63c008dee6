package dev.lamina.app.studio.shell;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/// What comes over the window when somebody asks for it. It is made then, as the window opens sooner
/// without it.
final class Overlay<T> {
    private final StackPane below;
    private final Supplier<T> made;
    private final Function<T, Node> node;
    private Optional<T> there = Optional.empty();

    Overlay(StackPane below, Supplier<T> made, Function<T, Node> node) {
        this.below = below;
        this.made = made;
        this.node = node;
    }

    T get() {
        if (there.isEmpty()) {
            T now = made.get();
            there = Optional.of(now);
            below.getChildren().add(node.apply(now));
        }
        return there.get();
    }
}
