package dev.lamina.app.studio.problems;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.look.Icons;
import dev.lamina.app.studio.look.Labels;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// In place of an empty list: that nothing is wrong, or that the filter hides it; and what nobody looked at.
final class EmptyView {
    private static final Texts TEXTS = Texts.of(EmptyView.class);

    private final ProblemsViewModel problems;
    private final VBox box = new VBox();
    private final ScrollPane scroll = new ScrollPane(box);

    EmptyView(ProblemsViewModel problems) {
        this.problems = problems;
        box.getStyleClass().add("problem-empty");
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        problems.refreshed().subscribe(count -> show());
    }

    Node node() {
        return scroll;
    }

    private void show() {
        if (!problems.rows().isEmpty()) {
            return;
        }
        int hidden = problems.summary().get().total();
        if (problems.reviewed().newest().isEmpty()) {
            box.getChildren().setAll(label(TEXTS.get("empty.waiting"), "muted"));
        } else if (hidden > 0) {
            Hyperlink clear = new Hyperlink(TEXTS.get("filter.clear"));
            clear.setOnAction(event -> problems.filter().set(ProblemFilter.ALL));
            box.getChildren().setAll(label(TEXTS.get("empty.filtered", hidden), "muted"), clear);
        } else if (problems.session().document().get().isEmpty()) {
            box.getChildren()
                    .setAll(label(TEXTS.get("empty.nothing"), "pane-title"), label(TEXTS.get("empty.begin"), "muted"));
        } else {
            good();
        }
    }

    private void good() {
        StackPane check = Icons.of("check", 20);
        check.getStyleClass().add("success");
        String profile = problems.session().profile().get().name().toLowerCase(Locale.ROOT);
        Label title = label(TEXTS.get("empty.title", TEXTS.get("profile." + profile)), "pane-title");
        title.setGraphic(check);
        box.getChildren().setAll(title, label(TEXTS.get("empty.text"), "muted"));
        SkippedWords.of(problems.skipped().get())
                .forEach(sentence -> box.getChildren().add(label(sentence, "muted")));
    }

    private static Label label(String text, String style) {
        return Labels.wrapped(text, style, "problem-empty-text");
    }
}
