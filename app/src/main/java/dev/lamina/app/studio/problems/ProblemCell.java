package dev.lamina.app.studio.problems;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.look.Icons;
import dev.lamina.app.studio.look.SeverityIcon;
import dev.lamina.app.studio.problems.ProblemEntry.Standing;
import dev.lamina.app.studio.problems.ProblemRow.Heading;
import dev.lamina.app.studio.problems.ProblemRow.Item;
import dev.lamina.model.check.Finding;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// A row of the list: severity, message, component, code, line, and a button that mends it.
final class ProblemCell extends ListCell<ProblemRow> {
    private static final Texts TEXTS = Texts.of(ProblemCell.class);
    private static final PseudoClass DIM = PseudoClass.getPseudoClass("dim");
    private static final PseudoClass GROUP = PseudoClass.getPseudoClass("group");

    /// In letters: from here on the component, and the code, are shown.
    private static final double ROOMY = 46;

    private static final double NARROW = 32;

    private final Consumer<ProblemEntry> fix;
    private final StackPane icon = new StackPane();
    private final Label message = new Label();
    private final Label component = new Label();
    private final Label code = new Label();
    private final Label line = new Label();
    private final Button button = new Button(TEXTS.get("fix.button"), Icons.of("fix", 12));
    private final StackPane action = new StackPane(button);
    private final HBox row = new HBox(icon, message, component, code, line, action);
    private final Tooltip whole = new Tooltip();

    ProblemCell(Consumer<ProblemEntry> fix) {
        this.fix = fix;
        row.getStyleClass().add("problem-row");
        row.setAlignment(Pos.CENTER_LEFT);
        message.getStyleClass().add("problem-message");
        message.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(message, Priority.ALWAYS);
        component.getStyleClass().add("problem-component");
        code.getStyleClass().addAll("problem-code", "mono");
        line.getStyleClass().add("problem-line");
        action.getStyleClass().add("problem-action");
        button.getStyleClass().addAll("flat", "small", "problem-fix");
        button.setFocusTraversable(false); // the list has a key for it
        whole.setWrapText(true);
        whole.setMaxWidth(600);
        getStyleClass().add("problem-cell");
        row.widthProperty().subscribe(width -> fit(width.doubleValue()));
        setPrefWidth(0); // as wide as the list, never wider
    }

    /// In a narrow list, or with large letters, the message has the room.
    private void fit(double width) {
        double em = message.getFont().getSize();
        show(component, width > ROOMY * em);
        show(code, width > NARROW * em);
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    @Override
    protected void updateItem(@Nullable ProblemRow item, boolean empty) {
        super.updateItem(item, empty);
        pseudoClassStateChanged(DIM, false);
        pseudoClassStateChanged(GROUP, false);
        setText(null);
        setTooltip(null);
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        switch (item) {
            case Heading heading -> show(heading);
            case Item(ProblemEntry entry) -> show(entry);
        }
    }

    private void show(Heading heading) {
        pseudoClassStateChanged(GROUP, true);
        Node arrow = Icons.of(heading.open() ? "down" : "right", 14);
        Label title = new Label(heading.title());
        title.getStyleClass().add("problem-group");
        Label count = new Label(String.valueOf(heading.count()));
        count.getStyleClass().add("problem-count");
        HBox box = new HBox(arrow, SeverityIcon.of(heading.worst(), 14), title, count);
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add("problem-row");
        setGraphic(box);
        setAccessibleText(TEXTS.get("spoken.group", heading.title(), heading.count()));
    }

    private void show(ProblemEntry entry) {
        Finding finding = entry.finding();
        icon.getChildren().setAll(SeverityIcon.of(finding.severity(), 16));
        message.setText(finding.message());
        component.setText(
                switch (entry.standing()) {
                    case FOUND -> entry.component();
                    case ALLOWED -> entry.component() + " · " + TEXTS.get("standing.allowed");
                    case EARLIER -> entry.component() + " · " + TEXTS.get("standing.earlier");
                });
        code.setText(finding.code());
        line.setText(TEXTS.get("line", String.valueOf(finding.span().line())));
        boolean fixable = finding.fix().isPresent() && entry.standing() == Standing.FOUND;
        button.setVisible(fixable);
        button.setOnAction(event -> fix.accept(entry));
        finding.fix().ifPresent(mending -> {
            button.setAccessibleText(TEXTS.get("fix.of", mending.label()));
            button.setTooltip(new Tooltip(mending.label()));
        });
        pseudoClassStateChanged(DIM, entry.standing() != Standing.FOUND);
        whole.setText(finding.subject().isEmpty() ? finding.message() : finding.message() + "\n" + finding.subject());
        setTooltip(whole);
        setGraphic(row);
        setAccessibleText(spoken(entry, fixable));
    }

    private static String spoken(ProblemEntry entry, boolean fixable) {
        Finding finding = entry.finding();
        String words = TEXTS.get(
                "spoken",
                TEXTS.get("severity." + finding.severity().text()),
                finding.code(),
                entry.component(),
                String.valueOf(finding.span().line()),
                finding.message());
        if (entry.standing() == Standing.ALLOWED) {
            return TEXTS.get("spoken.allowed", words);
        }
        return fixable ? TEXTS.get("spoken.fix", words) : words;
    }
}
