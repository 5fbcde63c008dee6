package dev.lamina.app.studio.inspector;

import atlantafx.base.theme.Styles;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.look.Icons;
import dev.lamina.app.studio.look.SeverityIcon;
import dev.lamina.model.check.Finding;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What a rule found, and what mends it.
final class FindingRow {
    private static final Texts TEXTS = Texts.of(FindingRow.class);

    private FindingRow() {}

    /// With what to do.
    static HBox of(Finding finding, Consumer<Finding> fix) {
        Label message = Shown.wrapped(finding.message(), "inspector-small");
        message.setAccessibleText(words(finding));
        VBox words = new VBox(2, message);
        finding.hint().ifPresent(hint -> words.getChildren().add(Shown.wrapped(hint, "muted", "inspector-small")));
        return row(finding, words, fix);
    }

    /// Only what it is; chosen, it leads to its field.
    static HBox brief(Finding finding, Consumer<Finding> fix, Consumer<Finding> reveal) {
        Hyperlink message = Shown.link(finding.message(), () -> reveal.accept(finding));
        message.getStyleClass().addAll("inspector-small", "inspector-jump");
        message.setAccessibleText(words(finding));
        message.setTooltip(new Tooltip(finding.hint().orElse(finding.code())));
        return row(finding, new VBox(2, message), fix);
    }

    private static String words(Finding finding) {
        return TEXTS.get("finding", finding.severity().text(), finding.code(), finding.message());
    }

    private static HBox row(Finding finding, VBox words, Consumer<Finding> fix) {
        finding.fix().ifPresent(mend -> {
            Button button = Shown.verbatim(new Button(mend.label(), Icons.of("fix", 12)));
            button.getStyleClass().addAll(Styles.SMALL, "inspector-fix");
            button.setTooltip(new Tooltip(mend.label()));
            button.setWrapText(true);
            button.setMinSize(0, Region.USE_PREF_SIZE);
            button.setOnAction(event -> fix.accept(finding));
            words.getChildren().add(button);
        });
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(6, SeverityIcon.of(finding.severity(), 14), words);
        row.getStyleClass().add("inspector-finding");
        return row;
    }
}
