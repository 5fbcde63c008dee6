package dev.lamina.app.studio.shell;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/// Takes the focus from one part of the window to the next: also out of the text, where Tab indents.
final class Round {
    private Round() {}

    /// @param parts in their order; those that are not shown are passed over
    static void next(List<Node> parts, @Nullable Node owner) {
        List<Node> shown = parts.stream()
                .filter(part -> part.getScene() != null && first(part).isPresent())
                .toList();
        if (shown.isEmpty()) {
            return;
        }
        int now = -1;
        for (Node at = owner; at != null && now < 0; at = at.getParent()) {
            now = shown.indexOf(at);
        }
        first(shown.get((now + 1) % shown.size())).ifPresent(Node::requestFocus);
    }

    private static Optional<Node> first(Node node) {
        if (!node.isVisible() || node.isDisabled()) {
            return Optional.empty();
        }
        if (node.isFocusTraversable()) {
            return Optional.of(node);
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .flatMap(child -> first(child).stream())
                        .findFirst()
                : Optional.empty();
    }
}
