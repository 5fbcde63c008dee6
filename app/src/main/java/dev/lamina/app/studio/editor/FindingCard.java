package dev.lamina.app.studio.editor;

import dev.lamina.app.studio.base.Background;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.editor.Marks.Mark;
import dev.lamina.app.studio.look.Icons;
import dev.lamina.app.studio.look.Labels;
import dev.lamina.app.studio.look.SeverityIcon;
import dev.lamina.model.check.Finding;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Says what was found at a place of the text, and offers to mend it.
final class FindingCard {
    private static final Texts TEXTS = Texts.of(FindingCard.class);
    private static final Duration PATIENCE = Duration.ofMillis(350);

    private final Overlay overlay;
    private final Background background;
    private final Consumer<Finding> fix;
    private final Consumer<Finding> explain;
    private final Runnable back;
    private final VBox content = new VBox();
    private final ScrollPane pane = new ScrollPane(content);
    private Optional<Background.Job> leaving = Optional.empty();

    /// @param back gives the focus back to the text
    FindingCard(
            Overlay overlay, Background background, Consumer<Finding> fix, Consumer<Finding> explain, Runnable back) {
        this.overlay = overlay;
        this.background = background;
        this.fix = fix;
        this.explain = explain;
        this.back = back;
        pane.getStyleClass().add("finding-card");
        pane.setFitToWidth(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        content.getStyleClass().add("finding-card-content");
        pane.setOnMouseEntered(event -> stay());
        pane.setOnMouseExited(event -> leave());
        pane.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                hide();
                back.run();
                event.consume();
            }
        });
    }

    /// Under the pointer; it goes when the pointer does.
    void hover(Node at, List<Mark> found) {
        show(found, at.localToScreen(at.getLayoutBounds()));
        at.setOnMouseExited(event -> leave());
    }

    /// @param focus whether its first button gets the focus
    void show(List<Mark> found, Bounds onScreen, boolean focus) {
        show(found, onScreen);
        if (focus) {
            content.lookupAll(".button").stream().findFirst().ifPresent(Node::requestFocus);
        }
    }

    private void show(List<Mark> found, Bounds onScreen) {
        stay();
        if (found.isEmpty()) {
            overlay.hide(pane);
            return;
        }
        content.getChildren()
                .setAll(found.stream()
                        .map(Mark::finding)
                        .sorted((one, other) -> one.severity().compareTo(other.severity()))
                        .map(this::row)
                        .toList());
        overlay.show(pane, onScreen);
    }

    void hide() {
        stay();
        overlay.hide(pane);
    }

    boolean isShown() {
        return overlay.shows(pane);
    }

    private void stay() {
        leaving.ifPresent(Background.Job::cancel);
        leaving = Optional.empty();
    }

    void leave() {
        stay();
        leaving = Optional.of(background.later(PATIENCE, this::hide));
    }

    private Node row(Finding finding) {
        Label title = new Label(
                TEXTS.get("card.title", finding.code(), finding.severity().text()));
        title.getStyleClass().add("finding-title");
        HBox head = new HBox(SeverityIcon.of(finding.severity(), 16), title);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("finding-head");
        VBox row = new VBox(head, Labels.wrapped(finding.message(), "finding-message"));
        finding.hint().ifPresent(hint -> row.getChildren().add(Labels.wrapped(hint, "muted")));
        finding.note().ifPresent(note -> row.getChildren().add(Labels.wrapped(note, "muted")));
        row.getChildren().add(buttons(finding));
        row.getStyleClass().add("finding-row");
        row.setAccessibleRole(AccessibleRole.TEXT);
        row.setAccessibleText(finding.severity().text() + " " + finding.code() + ": " + finding.message());
        return row;
    }

    private Node buttons(Finding finding) {
        FlowPane buttons = new FlowPane();
        buttons.getStyleClass().add("finding-buttons");
        finding.fix().ifPresent(found -> {
            Button mend = button(TEXTS.get("card.fix", found.label()), "fix", () -> fix.accept(finding));
            mend.getStyleClass().add("accent");
            buttons.getChildren().add(mend);
        });
        buttons.getChildren()
                .add(button(TEXTS.get("card.explain", finding.code()), "explain", () -> explain.accept(finding)));
        HBox.setHgrow(buttons, Priority.ALWAYS);
        return buttons;
    }

    private Button button(String label, String icon, Runnable task) {
        Button button = new Button(label, Icons.of(icon, 14));
        button.setMnemonicParsing(false); // names have underscores
        button.getStyleClass().add("small");
        button.setOnAction(event -> {
            hide();
            back.run();
            task.run();
        });
        return button;
    }
}
