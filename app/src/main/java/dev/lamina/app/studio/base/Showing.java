package dev.lamina.app.studio.base;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;
import javafx.util.Subscription;

/// Whether a node can be seen: it and all that it lies in are visible, in a window. Work for what nobody
/// sees is in vain, and what is painted on a canvas meanwhile piles up.
public final class Showing {
    private final ReadOnlyBooleanWrapper seen = new ReadOnlyBooleanWrapper();
    private final Node node;
    private Subscription chain = Subscription.EMPTY;

    public Showing(Node node) {
        this.node = node;
        follow();
    }

    public ReadOnlyBooleanProperty seen() {
        return seen.getReadOnlyProperty();
    }

    private void follow() {
        chain.unsubscribe();
        chain = Subscription.EMPTY;
        boolean visible = node.getScene() != null;
        for (Node at = node; at != null; at = at.getParent()) {
            visible &= at.isVisible();
            chain = Subscription.combine(
                    chain,
                    at.visibleProperty().subscribe((before, now) -> follow()),
                    at.parentProperty().subscribe((before, now) -> follow()));
        }
        chain = Subscription.combine(chain, node.sceneProperty().subscribe((before, now) -> follow()));
        seen.set(visible);
    }
}
