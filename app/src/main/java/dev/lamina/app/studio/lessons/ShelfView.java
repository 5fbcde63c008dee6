package dev.lamina.app.studio.lessons;

import dev.lamina.app.lesson.Lesson;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.look.Icons;
import dev.lamina.app.studio.look.Labels;
import java.util.List;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// All lessons, a card each.
final class ShelfView {
    private static final Texts TEXTS = Texts.of(ShelfView.class);

    private final LessonsViewModel model;
    private final VBox cards = new VBox();
    private final ScrollPane scroll = new ScrollPane();

    ShelfView(LessonsViewModel model) {
        this.model = model;
        cards.getStyleClass().add("lesson-cards");
        VBox content = new VBox(
                Labels.wrapped(TEXTS.get("shelf.title"), "pane-title"),
                Labels.wrapped(TEXTS.get("shelf.text"), "muted"),
                Labels.message(model.message(), "lesson-message"),
                cards);
        content.getStyleClass().add("lesson-page");
        scroll.setContent(content);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("lesson-scroll");
        model.lessons().subscribe(this::show);
    }

    Node node() {
        return scroll;
    }

    void focus() {
        Optional.ofNullable(cards.lookup(".button")).ifPresent(Node::requestFocus);
    }

    private void show(List<Lesson> lessons) {
        if (lessons.isEmpty()) {
            cards.getChildren().setAll(Labels.wrapped(TEXTS.get("shelf.loading"), "muted"));
        } else {
            cards.getChildren().setAll(lessons.stream().map(this::card).toList());
        }
    }

    private Node card(Lesson lesson) {
        Label title = Labels.wrapped(lesson.title(), "lesson-title");
        VBox card = new VBox(
                title,
                Labels.wrapped(TEXTS.get("shelf.teaches", lesson.teaches()), "lesson-text"),
                Labels.wrapped(TEXTS.get("shelf.for", lesson.audience()), "muted"),
                foot(lesson));
        card.getStyleClass().add("lesson-card");
        card.setAccessibleRole(AccessibleRole.PARENT);
        card.setAccessibleText(lesson.title());
        return card;
    }

    private Node foot(Lesson lesson) {
        Label meta = new Label(
                TEXTS.get("shelf.meta", lesson.minutes(), lesson.steps().size()));
        meta.setGraphic(muted(Icons.of("clock", 14)));
        meta.getStyleClass().add("muted");
        meta.setMinWidth(Region.USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        boolean here = model.here().filter(lesson::equals).isPresent();
        Button begin = new Button(TEXTS.get(here ? "shelf.resume" : "shelf.begin"));
        begin.setAccessibleText(TEXTS.get(here ? "shelf.resume.of" : "shelf.begin.of", lesson.title()));
        begin.getStyleClass().addAll("small", "lesson-begin");
        begin.setMinWidth(Region.USE_PREF_SIZE);
        begin.setOnAction(event -> {
            if (here) {
                model.resume();
            } else {
                model.begin(lesson);
            }
        });
        HBox foot = new HBox(meta, space, begin);
        foot.getStyleClass().add("lesson-foot");
        return foot;
    }

    private static Node muted(Node icon) {
        icon.getStyleClass().add("muted");
        return icon;
    }
}
