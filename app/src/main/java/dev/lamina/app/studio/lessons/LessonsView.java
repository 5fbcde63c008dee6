package dev.lamina.app.studio.lessons;

import dev.lamina.app.studio.action.Action;
import dev.lamina.app.studio.action.ActionBuilder;
import dev.lamina.app.studio.action.Keys;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;

/// Lessons beside a document: the list of them, or the one that the document belongs to, step by step.
public final class LessonsView {
    private static final Texts TEXTS = Texts.of(LessonsView.class);

    private final LessonsViewModel model;
    private final Desk desk;
    private final BorderPane pane = new BorderPane();
    private final ShelfView shelf;
    private final TakenView taken;
    private final List<Action> actions;

    /// @param starts opens a new document for a lesson; its own panel goes on with the lesson
    public LessonsView(DocumentSession session, Desk desk, Consumer<LessonStart> starts) {
        this(new LessonsViewModel(new LiveWorld(session, desk), starts), desk);
    }

    LessonsView(LessonsViewModel model, Desk desk) {
        this.model = model;
        this.desk = desk;
        this.shelf = new ShelfView(model);
        this.taken = new TakenView(model);
        this.actions = actionsOf(model);
        pane.getStyleClass().add("lessons");
        pane.setAccessibleRole(AccessibleRole.PARENT);
        pane.setAccessibleText(TEXTS.get("title"));
        pane.setMinWidth(0);
        Keys.install(pane, actions);
        model.taken().subscribe(lesson -> pane.setCenter(lesson.isPresent() ? taken.node() : shelf.node()));
        refresh();
    }

    private static List<Action> actionsOf(LessonsViewModel model) {
        return List.of(
                ActionBuilder.of("lessons.check", Action.Place.NONE, TEXTS)
                        .icon("check")
                        .key("Shortcut+Enter")
                        .whereFocused()
                        .does(model::check),
                ActionBuilder.of("lessons.hint", Action.Place.NONE, TEXTS)
                        .icon("help")
                        .key("Shortcut+Shift+H")
                        .whereFocused()
                        .does(() -> model.hint().set(!model.hint().get())),
                ActionBuilder.of("lessons.next", Action.Place.NONE, TEXTS)
                        .icon("right")
                        .key("Alt+Right")
                        .whereFocused()
                        .does(model::next),
                ActionBuilder.of("lessons.all", Action.Place.NONE, TEXTS)
                        .icon("lesson")
                        .key("Alt+Left")
                        .whereFocused()
                        .does(model::list));
    }

    public Node node() {
        return pane;
    }

    public List<Action> actions() {
        return actions;
    }

    /// Puts the focus where the learner goes on.
    public void focus() {
        if (model.taken().get().isPresent()) {
            taken.focus();
        } else {
            shelf.focus();
        }
    }

    /// Looks again which lessons there are.
    public void refresh() {
        desk.background().files(() -> desk.operations().lessons().all(), model::found, model::failed);
    }

    LessonsViewModel model() {
        return model;
    }
}
