package dev.lamina.app.studio.doctor;

import dev.lamina.app.doctor.Check;
import dev.lamina.app.doctor.Cure;
import dev.lamina.app.doctor.Outcome;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.look.Icons;
import dev.lamina.app.studio.look.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// One check: what was found, and where it is not well, why that matters and what to do.
final class CheckRow {
    private static final Texts TEXTS = Texts.of(CheckRow.class);

    private final DoctorViewModel model;
    private final HBox row;

    CheckRow(Check check, DoctorViewModel model) {
        this.model = model;
        Label title = Labels.wrapped(check.title(), "doctor-check");
        VBox words = new VBox(Labels.wrapped(check.found(), "doctor-found"));
        words.getStyleClass().add("doctor-words");
        check.finding().details().forEach(detail -> words.getChildren().add(Labels.wrapped(detail, "muted")));
        if (check.outcome() != Outcome.OK) {
            if (!check.why().isEmpty()) {
                words.getChildren().add(Labels.wrapped(check.why(), "muted"));
            }
            check.cure().ifPresent(cure -> words.getChildren().addAll(cure(cure)));
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        this.row = new HBox(icon(check), title, words);
        row.getStyleClass().add("doctor-row");
        row.setAccessibleRole(AccessibleRole.PARENT);
        row.setAccessibleText(TEXTS.get("row.accessible", check.title(), outcome(check), check.found()));
    }

    Node node() {
        return row;
    }

    private static String outcome(Check check) {
        return TEXTS.get("outcome." + check.outcome());
    }

    private static Node icon(Check check) {
        StackPane icon = Icons.of(name(check), 16);
        icon.getStyleClass().add(colour(check));
        icon.setMouseTransparent(false);
        Tooltip.install(icon, new Tooltip(outcome(check)));
        return icon;
    }

    private static String name(Check check) {
        return switch (check.outcome()) {
            case OK -> "check";
            case LIMITED -> "severity-warning";
            case MISSING -> check.blocks() ? "severity-error" : "close";
            case UNKNOWN -> "help";
        };
    }

    private static String colour(Check check) {
        return switch (check.outcome()) {
            case OK -> "success";
            case LIMITED -> "warning";
            case MISSING -> check.blocks() ? "danger" : "muted";
            case UNKNOWN -> "muted";
        };
    }

    private List<Node> cure(Cure cure) {
        List<Node> nodes = new ArrayList<>();
        if (!cure.text().isEmpty()) {
            nodes.add(Labels.wrapped(cure.text(), "doctor-cure"));
        }
        cure.command().ifPresent(command -> nodes.add(command(command)));
        cure.link().ifPresent(page -> {
            Hyperlink link = new Hyperlink(page.toString());
            link.getStyleClass().add("doctor-link");
            link.setOnAction(event -> model.follow(page));
            nodes.add(link);
        });
        if (!cure.needs().isEmpty()) {
            nodes.add(Labels.wrapped(
                    cure.needs().stream()
                            .sorted()
                            .map(need -> TEXTS.get("needs." + need))
                            .collect(Collectors.joining(" ")),
                    "muted"));
        }
        return nodes;
    }

    /// As it is typed; it can be selected, too.
    private Node command(String command) {
        TextField field = new TextField(command);
        field.setEditable(false);
        field.getStyleClass().addAll("doctor-command", "mono", "small");
        field.setAccessibleText(TEXTS.get("command.accessible", command));
        field.setTooltip(new Tooltip(command));
        HBox.setHgrow(field, Priority.ALWAYS);
        Button copy = new Button(TEXTS.get("copy"), Icons.of("copy", 14));
        copy.getStyleClass().add("small");
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.setAccessibleText(TEXTS.get("copy.accessible", command));
        copy.setOnAction(event -> {
            model.copy(command);
            copy.setText(TEXTS.get("copied"));
        });
        HBox box = new HBox(6, field, copy);
        box.getStyleClass().add("doctor-run");
        return box;
    }
}
