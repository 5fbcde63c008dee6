package dev.lamina.app.studio.shell;

import dev.lamina.app.studio.action.Action;
import dev.lamina.app.studio.action.ExplainedButton;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.files.StartViewModel;
import dev.lamina.app.studio.look.AppIcon;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What the window shows while no document is open: the ways to begin.
final class StartPage {
    private static final Texts TEXTS = Texts.of(StartPage.class);

    /// Four tiles beside each other.
    private static final double WIDEST = 1060;

    /// Free space above and below what comes into view.
    private static final double AROUND = 12;

    private final StartViewModel start;
    private final ScrollPane pane = new ScrollPane();

    /// @param open the action that opens a file
    /// @param create the action that begins a new one
    StartPage(StartViewModel start, Optional<Action> open, Optional<Action> create) {
        this.start = start;
        Label title = new Label(TEXTS.get("start.title"));
        title.getStyleClass().add("title-2");
        title.setWrapText(true);
        Label words = new Label(TEXTS.get("start.words"));
        words.getStyleClass().add("muted");
        words.setWrapText(true);
        HBox buttons = new HBox(8);
        create.map(action -> ExplainedButton.words(action, "accent")).ifPresent(buttons.getChildren()::add);
        open.map(ExplainedButton::words).ifPresent(buttons.getChildren()::add);
        HBox greeting = new HBox(16, AppIcon.node(), new VBox(6, title, words));
        greeting.setAlignment(Pos.CENTER_LEFT);
        VBox page =
                new VBox(20, greeting, buttons, new RecentList(start).node(), new Gallery(start, this::reveal).node());
        page.setMaxWidth(WIDEST);
        page.getStyleClass().add("start-page");
        HBox middle = new HBox(page);
        middle.setAlignment(Pos.TOP_CENTER);
        pane.setContent(middle);
        pane.setFitToWidth(true);
        pane.getStyleClass().add("edge-to-edge");
    }

    /// Scrolls as little as must be.
    private void reveal(Node part) {
        Node content = pane.getContent();
        Bounds bounds = content.sceneToLocal(part.localToScene(part.getLayoutBounds()));
        double height = pane.getViewportBounds().getHeight();
        double rest = content.getLayoutBounds().getHeight() - height;
        if (rest > 0) {
            double top = pane.getVvalue() * rest;
            double least = bounds.getMaxY() + AROUND - height;
            double most = bounds.getMinY() - AROUND;
            pane.setVvalue(Math.clamp(Math.min(Math.max(top, least), most) / rest, 0, 1));
        }
    }

    /// Looks for the files anew each time: others may have come and gone since.
    Node node() {
        start.refresh();
        return pane;
    }
}
