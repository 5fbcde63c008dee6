package dev.lamina.app.studio.problems;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.look.Icons;
import dev.lamina.app.studio.session.Desk;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.converter.LocalDateStringConverter;

/// The form of a waiver.
final class AllowView {
    private static final Texts TEXTS = Texts.of(AllowView.class);

    private final ProblemsViewModel problems;
    private final FixesViewModel fixes;
    private final Desk desk;

    AllowView(ProblemsViewModel problems, FixesViewModel fixes, Desk desk) {
        this.problems = problems;
        this.fixes = fixes;
        this.desk = desk;
    }

    Node of(ProblemEntry entry) {
        AllowViewModel allow = new AllowViewModel(problems, entry, LocalDate.now(desk.clock()));
        Prose prose = new Prose();
        prose.paragraph(entry.finding().message()).muted(TEXTS.get("allow.text"));
        DatePicker until = new DatePicker();
        // As the comment has it.
        until.setConverter(
                new LocalDateStringConverter(DateTimeFormatter.ISO_LOCAL_DATE, DateTimeFormatter.ISO_LOCAL_DATE));
        until.valueProperty().bindBidirectional(allow.until());
        TextField reason = new TextField();
        reason.setPromptText(TEXTS.get("allow.reason.prompt"));
        reason.textProperty().bindBidirectional(allow.reason());
        reason.setOnAction(event -> write(allow));
        Label title =
                new Label(TEXTS.get("allow.title", entry.finding().code(), entry.component()), Icons.of("check", 18));
        title.getStyleClass().add("pane-title");
        title.setWrapText(true);
        VBox form = new VBox(
                title,
                prose.node(),
                named("allow.until", until),
                until,
                named("allow.reason", reason),
                reason,
                blocked(allow),
                buttons(allow));
        form.getStyleClass().addAll("explanation", "allow-form");
        return form;
    }

    private static Label named(String key, Node field) {
        Label label = new Label(TEXTS.get(key));
        label.setLabelFor(field);
        field.setAccessibleText(TEXTS.get(key));
        label.getStyleClass().add("prose-heading");
        return label;
    }

    private static Label blocked(AllowViewModel allow) {
        Label why = new Label();
        why.textProperty().bind(allow.blocked());
        why.setWrapText(true);
        why.getStyleClass().add("muted");
        why.visibleProperty().bind(allow.blocked().isNotEmpty());
        return why;
    }

    private Node buttons(AllowViewModel allow) {
        Button write = new Button(TEXTS.get("allow.write"));
        write.getStyleClass().addAll("accent", "small");
        write.disableProperty().bind(allow.blocked().isNotEmpty());
        write.setOnAction(event -> write(allow));
        Button cancel = new Button(TEXTS.get("button.cancel"));
        cancel.getStyleClass().add("small");
        cancel.setOnAction(event -> fixes.explain());
        FlowPane buttons = new FlowPane(write, cancel);
        buttons.getStyleClass().add("explanation-buttons");
        return buttons;
    }

    private void write(AllowViewModel allow) {
        if (allow.write()) {
            problems.advance();
            fixes.explain();
        }
    }
}
