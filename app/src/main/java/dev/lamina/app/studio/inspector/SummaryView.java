package dev.lamina.app.studio.inspector;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.inspector.Summary.Step;
import dev.lamina.app.studio.look.Icons;
import dev.lamina.app.studio.look.SeverityIcon;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.session.Lane;
import dev.lamina.app.studio.session.Place;
import dev.lamina.model.check.Severity;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What the inspector shows while nothing is selected: the document as a whole.
final class SummaryView {
    private static final Texts TEXTS = Texts.of(SummaryView.class);

    private final DocumentSession session;
    private final VBox rows = new VBox(10);
    private final ScrollPane scroll = new ScrollPane(rows);

    SummaryView(DocumentSession session, ObservableValue<Summary> summary) {
        this.session = session;
        rows.getStyleClass().add("inspector-page");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("inspector-scroll");
        summary.addListener((property, before, now) -> show(now));
        show(summary.getValue());
    }

    private void show(Summary summary) {
        rows.getChildren().setAll(Shown.wrapped(TEXTS.get("summary.title"), "pane-title"));
        rows.getChildren().add(part("summary.next", steps(summary)));
        if (!summary.counts().isEmpty()) {
            rows.getChildren().add(part("summary.parts", counts(summary)));
        }
        summary.exposed()
                .ifPresent(exposed -> rows.getChildren()
                        .add(part(
                                "summary.exposure",
                                List.of(
                                        Shown.wrapped(
                                                exposed.score().text() + " – "
                                                        + exposed.score()
                                                                .level()
                                                                .text(),
                                                "inspector-big"),
                                        jump(TEXTS.get("summary.exposed", exposed.words()), exposed.path())))));
        if (!summary.problems().isEmpty()) {
            rows.getChildren().add(part("summary.problems", problems(summary)));
        }
    }

    private static VBox part(String key, List<? extends Node> content) {
        VBox part = new VBox(4, Shown.wrapped(TEXTS.get(key), "inspector-part"));
        part.getChildren().addAll(content);
        return part;
    }

    private List<Node> steps(Summary summary) {
        return summary.next().stream().map(this::step).toList();
    }

    private Node step(Step step) {
        return step.path().isEmpty() ? Shown.wrapped(step.words()) : jump(step.words(), step.path());
    }

    private Hyperlink jump(String words, String path) {
        return Shown.link(words, () -> session.selection().reveal(path));
    }

    private List<Node> counts(Summary summary) {
        List<Node> lines = new ArrayList<>();
        summary.counts().forEach((lane, count) -> lines.add(count(lane, count, summary.kernel())));
        return lines;
    }

    /// A lane with the number of its components; chosen, it selects them.
    private Node count(Lane lane, int count, String kernel) {
        String what = lane == Lane.KERNEL ? kernel : TEXTS.get("count." + lane.key(), count);
        Hyperlink link = Shown.link(
                what,
                () -> session.selection()
                        .only(Place.all(session.composition()).stream()
                                .filter(place -> place.lane() == lane)
                                .toList()));
        HBox.setHgrow(link, Priority.ALWAYS);
        HBox line = new HBox(8, Icons.of("lane-" + lane.key(), 16), link);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static List<Node> problems(Summary summary) {
        List<Node> lines = new ArrayList<>();
        summary.problems().forEach((severity, count) -> lines.add(problem(severity, count)));
        return lines;
    }

    private static Node problem(Severity severity, long count) {
        Label label = Shown.wrapped(TEXTS.get("summary.problem", count, severity.text()));
        HBox.setHgrow(label, Priority.ALWAYS);
        HBox line = new HBox(8, SeverityIcon.of(severity, 16), label);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    Node node() {
        return scroll;
    }
}
