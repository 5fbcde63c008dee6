package dev.lamina.app.studio.inspector;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;

/// Pages of which one is seen. Their titles go on in the next line where a row of tabs would cut them off.
final class Pages {
    private final ToggleGroup group = new ToggleGroup();
    private final FlowPane titles = new FlowPane();
    private final BorderPane box = new BorderPane();
    private final List<ToggleButton> buttons = new ArrayList<>();

    Pages() {
        titles.getStyleClass().add("inspector-tabs");
        titles.setMinWidth(0);
        titles.setPrefWrapLength(0);
        titles.setAccessibleRole(AccessibleRole.TAB_PANE);
        box.setTop(titles);
        box.setMinHeight(0);
        box.setPrefHeight(0); // it takes what others leave
        group.selectedToggleProperty().addListener((property, before, now) -> {
            if (now == null && before != null) {
                before.setSelected(true);
            } else if (now != null) {
                box.setCenter((Node) now.getUserData());
            }
        });
    }

    /// The first one that is added is seen.
    ///
    /// @return whether the page is seen
    BooleanProperty add(String title, Node page) {
        ToggleButton button = new ToggleButton(title);
        button.setAccessibleRole(AccessibleRole.TAB_ITEM);
        button.getStyleClass().add("inspector-tab");
        button.setUserData(page);
        button.setToggleGroup(group);
        buttons.add(button);
        titles.getChildren().add(button);
        if (buttons.size() == 1) {
            button.setSelected(true);
        }
        return button.selectedProperty();
    }

    void first() {
        buttons.getFirst().setSelected(true);
    }

    /// Leaves only the first page, without a title; or shows all.
    void onlyFirst(boolean only) {
        if (only) {
            first();
        }
        titles.setVisible(!only);
        titles.setManaged(!only);
    }

    Node node() {
        return box;
    }
}
