package dev.lamina.app.studio.shell;

import java.util.Locale;
import javafx.beans.value.ObservableNumberValue;
import javafx.collections.ListChangeListener;
import javafx.collections.WeakListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.PopupControl;
import javafx.stage.PopupWindow;
import javafx.stage.Window;

/// Menus and tooltips are windows of their own, and many take nothing over from the one that they belong to: their
/// letters are made as large as its own.
final class PopupScale {
    private final Node root;
    private final ObservableNumberValue letters;

    /// Held here, as the list of all windows must not hold it.
    private final ListChangeListener<Window> opened = this::opened;

    /// @param root of the window
    /// @param letters how large they are in it, in pixels
    PopupScale(Node root, ObservableNumberValue letters) {
        this.root = root;
        this.letters = letters;
        Window.getWindows().addListener(new WeakListChangeListener<>(opened));
    }

    private void opened(ListChangeListener.Change<? extends Window> change) {
        while (change.next()) {
            change.getAddedSubList().stream()
                    .filter(PopupControl.class::isInstance)
                    .map(PopupControl.class::cast)
                    .filter(this::isOurs)
                    .forEach(this::dress);
        }
    }

    private boolean isOurs(PopupWindow popup) {
        Window owner = popup.getOwnerWindow();
        while (owner instanceof PopupWindow outer) {
            owner = outer.getOwnerWindow();
        }
        return root.getScene() != null && root.getScene().getWindow() == owner;
    }

    private void dress(PopupControl popup) {
        String style = String.format(Locale.ROOT, "-fx-font-size: %.1fpx;", letters.doubleValue());
        if (!style.equals(popup.getStyle())) {
            popup.setStyle(style);
        }
    }
}
