package dev.lamina.app.studio.shell;

import dev.lamina.app.studio.action.Action;
import dev.lamina.app.studio.action.ExplainedButton;
import dev.lamina.app.studio.base.Texts;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Separator;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The most used actions as buttons, under the menus.
final class ToolStrip {
    private static final Texts TEXTS = Texts.of(ToolStrip.class);

    private static final double ICON = 18;

    /// By id; those that the current document does not have are left out. An empty one is a line.
    private static final List<String> BUTTONS =
            List.of("file.new", "file.open", "file.save", "", "history.undo", "history.redo");

    private final HBox strip = new HBox(4);
    private final HBox left = new HBox(4);
    private final HBox running = new HBox(4);
    private final ToggleGroup modes = new ToggleGroup();

    ToolStrip(Preferences preferences, ShellActions actions) {
        left.setAlignment(Pos.CENTER_LEFT);
        running.setAlignment(Pos.CENTER_RIGHT);
        HBox middle = new HBox();
        for (ViewMode mode : ViewMode.values()) {
            middle.getChildren().add(mode(mode, preferences));
        }
        middle.setAlignment(Pos.CENTER);
        Region spaceLeft = space();
        Region spaceRight = space();
        HBox right = new HBox(8, icon(actions.commands()), running);
        right.setAlignment(Pos.CENTER_RIGHT);
        strip.getChildren().addAll(left, spaceLeft, middle, spaceRight, right);
        strip.setAlignment(Pos.CENTER_LEFT);
        strip.getStyleClass().add("tool-strip");
    }

    private static Region space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    private Node mode(ViewMode mode, Preferences preferences) {
        ToggleButton button = new ToggleButton(TEXTS.get("mode." + mode.key()));
        button.setToggleGroup(modes);
        button.getStyleClass().add(style(mode));
        button.setTooltip(new Tooltip(TEXTS.get("action.mode." + mode.key())));
        preferences.mode().subscribe(now -> button.setSelected(now == mode));
        button.setOnAction(event -> {
            preferences.mode().set(mode);
            button.setSelected(true); // one is always chosen
        });
        return button;
    }

    private static String style(ViewMode mode) {
        return switch (mode) {
            case CANVAS -> "left-pill";
            case SPLIT -> "center-pill";
            case TEXT -> "right-pill";
        };
    }

    Node node() {
        return strip;
    }

    /// @param state how the machine of the document in front is
    void show(List<Action> actions, Optional<Node> state) {
        running.getChildren().clear();
        find(actions, "build.image").map(ExplainedButton::words).ifPresent(running.getChildren()::add);
        state.ifPresent(running.getChildren()::add);
        find(actions, "run.start")
                .map(run -> ExplainedButton.words(run, "accent"))
                .ifPresent(running.getChildren()::add);
        find(actions, "run.restart").map(ToolStrip::icon).ifPresent(running.getChildren()::add);
        find(actions, "run.stop").map(ToolStrip::icon).ifPresent(running.getChildren()::add);
        left.getChildren().clear();
        for (String id : BUTTONS) {
            if (id.isEmpty()) {
                left.getChildren().add(new Separator(Orientation.VERTICAL));
            } else {
                find(actions, id).map(ToolStrip::icon).ifPresent(left.getChildren()::add);
            }
        }
    }

    private static Node icon(Action action) {
        return ExplainedButton.icon(action, ICON);
    }

    private static Optional<Action> find(List<Action> actions, String id) {
        return actions.stream().filter(each -> each.id().equals(id)).findFirst();
    }
}
