package dev.lamina.app.studio.inspector;

import atlantafx.base.theme.Styles;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.look.Icons;
import dev.lamina.model.check.Finding;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// One field: its name, where its value comes from, the control, what is wrong, and what it is for. F1
/// explains more.
final class FieldView {
    private static final Texts TEXTS = Texts.of(FieldView.class);
    private static final PseudoClass REVEALED = PseudoClass.getPseudoClass("revealed");

    private final FieldModel field;
    private final FieldEditor editor;
    private final ToggleButton explain = new ToggleButton(null, Icons.of("info", 14));
    private final VBox notices = new VBox(4);
    private final VBox box = new VBox();

    /// @param fix does what mends a finding
    FieldView(FieldModel field, Consumer<Finding> fix) {
        this.field = field;
        this.editor = FieldEditor.of(field);
        editor.focusTarget().setAccessibleHelp(field.spec().explanation().summary());
        Label problem = Shown.wrapped("", "inspector-problem");
        problem.textProperty().bind(field.problem());
        Shown.when(problem, field.problem().isNotEmpty());
        box.getStyleClass().add("inspector-field");
        box.setAccessibleRole(AccessibleRole.PARENT);
        box.getChildren()
                .addAll(
                        head(),
                        editor.node(),
                        problem,
                        notices,
                        Shown.rich(field.spec().explanation().summary(), "muted", "inspector-small"));
        field.findings().addListener(changed -> notices(fix));
        notices(fix);
        box.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.F1) {
                explain.setSelected(!explain.isSelected());
                event.consume();
            }
        });
        box.focusWithinProperty().addListener((property, before, within) -> {
            if (!within) {
                box.pseudoClassStateChanged(REVEALED, false);
            }
        });
    }

    private FlowPane head() {
        Label title = Shown.wrapped(field.spec().title(), "inspector-title");
        title.setLabelFor(editor.focusTarget());
        title.setTooltip(new Tooltip(
                field.spec().path().isEmpty()
                        ? field.spec().title()
                        : field.spec().path()));
        FlowPane head = new FlowPane(6, 2, title, tools());
        head.setPrefWrapLength(0);
        head.setMinWidth(0);
        head.setAlignment(Pos.CENTER_LEFT);
        title.maxWidthProperty().bind(head.widthProperty());
        return head;
    }

    private HBox tools() {
        Label origin = new Label();
        origin.getStyleClass().add("inspector-badge");
        origin.textProperty()
                .bind(field.effective()
                        .map(now -> TEXTS.get("origin." + now.source().key())));
        field.effective().subscribe(now -> {
            origin.getStyleClass().removeAll("here", "label", "image", "default", "different");
            origin.getStyleClass().add(now.source().key());
        });
        Button reset = new Button(null, Icons.of("reset", 14));
        mini(
                reset,
                TEXTS.get("reset"),
                TEXTS.get("reset.accessible", field.spec().title()));
        reset.setOnAction(event -> field.reset());
        Shown.when(reset, field.set().map(set -> set && field.whyNotReset().isEmpty()));
        mini(
                explain,
                TEXTS.get("explain.tooltip"),
                TEXTS.get("explain.accessible", field.spec().title()));
        explain.selectedProperty().addListener((property, before, open) -> explain(open));
        HBox tools = new HBox(2, origin, reset, explain);
        tools.setAlignment(Pos.CENTER_LEFT);
        return tools;
    }

    private static void mini(ButtonBase button, String tooltip, String accessible) {
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL, "inspector-mini");
        button.setTooltip(new Tooltip(tooltip));
        button.setAccessibleText(accessible);
    }

    private void explain(boolean open) {
        box.getChildren().removeIf(child -> child.getStyleClass().contains("inspector-detail"));
        if (open) {
            box.getChildren()
                    .add(ExplanationView.of(
                            field.spec().explanation(),
                            FieldWords.of(field.spec(), field.given().get())));
        }
    }

    private void notices(Consumer<Finding> fix) {
        notices.getChildren()
                .setAll(field.findings().get().stream()
                        .map(finding -> FindingRow.of(finding, fix))
                        .toList());
    }

    FieldModel field() {
        return field;
    }

    VBox node() {
        return box;
    }

    /// Shows where the user was sent to.
    void reveal(boolean focus) {
        box.pseudoClassStateChanged(REVEALED, true);
        if (focus) {
            editor.focusTarget().requestFocus();
        }
    }
}
