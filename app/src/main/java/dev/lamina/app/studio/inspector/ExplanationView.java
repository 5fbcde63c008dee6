package dev.lamina.app.studio.inspector;

import dev.lamina.app.studio.base.SourceLink;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.model.explain.Explanation;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// An explanation with all its parts, in the form itself: nothing covers anything, and nothing has to be
/// closed.
final class ExplanationView {
    private static final Texts TEXTS = Texts.of(ExplanationView.class);

    private ExplanationView() {}

    /// @param words that the value is made of, explained one by one
    static VBox of(Explanation explanation, List<Explanation> words) {
        VBox box = new VBox(6);
        box.getStyleClass().add("inspector-detail");
        box.getChildren().add(Shown.rich(explanation.detail()));
        explanation.attacker().ifPresent(text -> part(box, "explain.attacker", text, "danger"));
        explanation.need().ifPresent(text -> part(box, "explain.need", text, ""));
        explanation.otherwise().ifPresent(text -> part(box, "explain.default", text, ""));
        words.forEach(word -> box.getChildren()
                .add(Shown.rich(
                        "`" + word.title() + "` – " + word.summary() + " " + word.detail(), "inspector-small")));
        explanation.example().ifPresent(text -> {
            box.getChildren().add(title("explain.example"));
            box.getChildren().add(Shown.wrapped(text, "mono", "inspector-example"));
        });
        box.getChildren().add(sources(explanation.sources()));
        return box;
    }

    private static FlowPane sources(List<String> sources) {
        FlowPane pane = new FlowPane(8, 2, Shown.wrapped(TEXTS.get("explain.sources"), "muted", "inspector-small"));
        pane.setPrefWrapLength(0);
        pane.setMinWidth(0);
        sources.forEach(source -> {
            Node link = SourceLink.of(source, "inspector-small");
            ((Region) link).maxWidthProperty().bind(pane.widthProperty());
            pane.getChildren().add(link);
        });
        return pane;
    }

    private static void part(VBox box, String key, String text, String style) {
        Label title = title(key);
        if (!style.isEmpty()) {
            title.getStyleClass().add(style);
        }
        box.getChildren().addAll(title, Shown.rich(text));
    }

    private static Label title(String key) {
        return Shown.wrapped(TEXTS.get(key), "inspector-detail-title");
    }
}
