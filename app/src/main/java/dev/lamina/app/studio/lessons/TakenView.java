package dev.lamina.app.studio.lessons;

import dev.lamina.app.lesson.Lesson;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.look.Icons;
import dev.lamina.app.studio.look.Labels;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The lesson that is taken: its steps, the shown one opened.
final class TakenView {
    private static final Texts TEXTS = Texts.of(TakenView.class);

    private static final double MARGIN = 12;

    private final LessonsViewModel model;
    private final VBox page = new VBox();
    private final ScrollPane scroll = new ScrollPane(page);
    private Optional<StepView> open = Optional.empty();

    TakenView(LessonsViewModel model) {
        this.model = model;
        page.getStyleClass().add("lesson-page");
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("lesson-scroll");
        model.taken().subscribe(this::open);
        model.shown().subscribe(this::open);
        model.done().subscribe(this::show);
    }

    Node node() {
        return scroll;
    }

    /// Where the learner goes on: to the next step, or to look whether this one is done.
    void focus() {
        Optional.ofNullable(page.lookup(".lesson-next"))
                .or(() -> Optional.ofNullable(page.lookup(".lesson-check")))
                .ifPresent(Node::requestFocus);
    }

    /// Shows the step from its beginning.
    private void open() {
        show();
        Optional.ofNullable(page.lookup(".lesson-step.shown")).ifPresent(this::reveal);
    }

    private void reveal(Node row) {
        scroll.applyCss();
        scroll.layout();
        double room = page.getHeight() - scroll.getViewportBounds().getHeight();
        double y = page.sceneToLocal(row.localToScene(0, 0)).getY();
        scroll.setVvalue(room <= 0 ? 0 : Math.clamp((y - MARGIN) / room, 0, 1));
    }

    private void show() {
        Optional<Lesson> lesson = model.taken().get();
        if (lesson.isEmpty()) {
            return;
        }
        boolean focused = page.isFocusWithin();
        open.ifPresent(StepView::close);
        open = Optional.empty();
        page.getChildren().setAll(head(lesson.get()), steps(lesson.get()));
        if (focused) {
            focus();
        }
    }

    private Node head(Lesson lesson) {
        Hyperlink all = new Hyperlink(TEXTS.get("taken.all"), Icons.of("left", 14));
        all.getStyleClass().add("lesson-all");
        all.setOnAction(event -> model.list());
        int steps = lesson.steps().size();
        int done = model.done().get();
        ProgressBar bar = new ProgressBar((double) done / steps);
        bar.getStyleClass().addAll("small", "lesson-progress");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(TEXTS.get("taken.progress", done, steps));
        VBox head = new VBox(
                all,
                Labels.wrapped(lesson.title(), "pane-title"),
                Labels.wrapped(TEXTS.get("taken.progress", done, steps), "muted"),
                bar);
        head.getStyleClass().add("lesson-head");
        return head;
    }

    private Node steps(Lesson lesson) {
        VBox steps = new VBox();
        steps.getStyleClass().add("lesson-steps");
        for (int number = 0; number < lesson.steps().size(); number++) {
            Node row = row(lesson, number);
            steps.getChildren().add(row);
            if (number == model.shown().get()) {
                row.getStyleClass().add("shown");
                StepView step = new StepView(model, lesson.steps().get(number));
                open = Optional.of(step);
                steps.getChildren().add(step.node());
            }
        }
        if (model.shown().get() >= lesson.steps().size()) {
            steps.getChildren()
                    .addAll(
                            Labels.wrapped(TEXTS.get("taken.over"), "lesson-title"),
                            Labels.wrapped(TEXTS.get("taken.over.text"), "lesson-text"));
        }
        return steps;
    }

    /// A line of the list of steps; those that are done can be opened again.
    private Node row(Lesson lesson, int number) {
        String words =
                TEXTS.get("step.label", number + 1, lesson.steps().get(number).title());
        boolean done = number < model.done().get();
        boolean reached = number <= model.done().get();
        StackPane icon = Icons.of(done ? "check" : number == model.done().get() ? "right" : "lock", 16);
        icon.getStyleClass().add(done ? "success" : reached ? "accent" : "muted");
        String state = done ? "step.done" : reached ? "step.now" : "step.later";
        if (!reached) {
            Label label = Labels.wrapped(words, "lesson-step");
            label.getStyleClass().add("muted");
            label.setGraphic(icon);
            label.setAccessibleText(TEXTS.get(state, words));
            return label;
        }
        Button button = new Button(words, icon);
        button.getStyleClass().addAll("flat", "lesson-step");
        button.setWrapText(true);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAccessibleText(TEXTS.get(state, words));
        button.setOnAction(event -> model.show(number));
        return button;
    }
}
