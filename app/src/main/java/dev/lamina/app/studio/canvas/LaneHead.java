package dev.lamina.app.studio.canvas;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.look.Icons;
import dev.lamina.app.studio.session.Lane;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The name of a lane, what it is for, and how many cards it has. Opens and closes the lane.
final class LaneHead extends VBox {
    private static final double ICON = 18;
    private static final double ARROW = 12;

    private final CardText words;
    private final Lane lane;
    private final Label count = new Label();
    private final Label about;
    private final Label beside;
    private final Node down;
    private final Node right;
    private boolean open = true;

    LaneHead(Lane lane, Texts texts, CardText words, Metrics metrics) {
        this.words = words;
        this.lane = lane;
        getStyleClass().add("lane-head");
        Label name = new Label(words.name(lane));
        name.getStyleClass().add("lane-name");
        name.setMinWidth(USE_PREF_SIZE);
        count.getStyleClass().add("lane-count");
        count.setMinWidth(USE_PREF_SIZE);
        down = Icons.of("down", ARROW);
        right = Icons.of("right", ARROW);
        down.getStyleClass().add("muted");
        right.getStyleClass().add("muted");
        beside = new Label(texts.get("about." + lane.key()));
        beside.getStyleClass().add("lane-about");
        beside.setMinWidth(0);
        HBox line = new HBox(down, right, Icons.of("lane-" + lane.key(), ICON), name, count, beside);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("lane-line");
        about = new Label(texts.get("about." + lane.key()));
        about.getStyleClass().add("lane-about");
        about.setWrapText(true);
        about.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(line, about);
        setManaged(false);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
        Tooltip.install(this, new Tooltip(about.getText()));
    }

    /// What a click does.
    void whenUsed(Runnable task) {
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            requestFocus();
            if (event.getButton() == MouseButton.PRIMARY) {
                event.consume();
            }
        });
        addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
                task.run();
                event.consume();
            }
        });
    }

    Lane lane() {
        return lane;
    }

    void setCount(int now) {
        count.setText(Integer.toString(now));
        setAccessibleText(words.spoken(lane, now));
    }

    void show(LaneBox box) {
        open = box.open();
        show(down, open);
        show(right, !open);
        show(about, open && !box.narrow());
        show(beside, !open || box.narrow());
        resize(box.head().getWidth(), box.head().getHeight());
        notifyAccessibleAttributeChanged(AccessibleAttribute.EXPANDED);
    }

    private static void show(Node node, boolean now) {
        node.setVisible(now);
        node.setManaged(now);
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case SELECTED, EXPANDED -> open;
            case null, default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }
}
