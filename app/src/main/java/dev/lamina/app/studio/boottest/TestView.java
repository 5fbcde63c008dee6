package dev.lamina.app.studio.boottest;

import dev.lamina.app.studio.action.Action;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.boottest.TestViewModel.Phase;
import dev.lamina.app.studio.files.OpenDocument;
import dev.lamina.app.studio.look.Blank;
import dev.lamina.app.studio.look.Icons;
import dev.lamina.app.studio.session.Desk;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// The boot test of an open document: its steps with their ticks, and beside them what the boot showed when one failed.
public final class TestView {
    private static final Texts TEXTS = Texts.of(TestView.class);

    private final TestViewModel model;
    private final StackPane root = new StackPane();
    private final BorderPane pane = new BorderPane();
    private final StackPane sign = new StackPane();
    private final List<Action> actions;

    public TestView(OpenDocument document, Desk desk, TestedMachine machine) {
        this(new TestViewModel(
                desk.background(),
                () -> new DocumentTrial(document.session(), desk.operations(), machine, document.named())));
    }

    TestView(TestViewModel model) {
        this.model = model;
        this.actions = TestActions.of(model);
        root.getStyleClass().add("boottest");
        sign.getStyleClass().add("boottest-sign");
        pane.setTop(head());
        pane.setCenter(new HBox(steps(), explanation()));
        pane.getCenter().getStyleClass().add("boottest-body");
        Node empty = empty();
        root.getChildren().addAll(pane, empty);
        model.phase().subscribe(phase -> {
            empty.setVisible(phase == Phase.NONE);
            pane.setVisible(phase != Phase.NONE);
            pane.getStyleClass().setAll("boottest-pane", Texts.word(phase));
            sign.getChildren().setAll(sign(phase));
        });
    }

    private static Node sign(Phase phase) {
        return switch (phase) {
            case NONE -> Icons.of("clock", 16);
            case BUILDING, RUNNING -> Turning.node();
            case PASSED -> Icons.of("check", 16);
            case FAILED -> Icons.of("close", 16);
            case BROKEN -> Icons.of("warning", 16);
        };
    }

    private Node head() {
        Label words = new Label();
        words.textProperty().bind(model.headline());
        words.setGraphic(sign);
        words.setWrapText(true);
        words.setMaxWidth(Double.MAX_VALUE);
        words.getStyleClass().add("boottest-headline");
        HBox.setHgrow(words, Priority.ALWAYS);
        Button again = button("again", "restart", model::test);
        Button cancel = button("cancel", "stop", model::cancel);
        model.phase().subscribe(phase -> {
            show(again, !phase.busy());
            show(cancel, phase.busy());
        });
        HBox head = new HBox(words, again, cancel);
        head.getStyleClass().add("boottest-head");
        return head;
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private static Button button(String key, String icon, Runnable task) {
        Button button = new Button(TEXTS.get(key), Icons.of(icon, 14));
        button.getStyleClass().addAll("small", "boottest-" + key);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> task.run());
        return button;
    }

    private Node steps() {
        ListView<TestRow> list = new ListView<>(model.rows());
        list.setCellFactory(cells -> new TestCell());
        list.getStyleClass().addAll("boottest-list", "dense");
        list.setAccessibleText(TEXTS.get("list"));
        HBox.setHgrow(list, Priority.ALWAYS);
        // Beside a long explanation it keeps half of the room.
        list.setPrefWidth(1);
        return list;
    }

    private Node explanation() {
        TextArea area = new TextArea();
        area.textProperty().bind(model.explanation());
        area.setEditable(false);
        area.getStyleClass().addAll("boottest-explanation", "mono");
        area.setAccessibleText(TEXTS.get("explanation"));
        area.setPrefWidth(1);
        HBox.setHgrow(area, Priority.ALWAYS);
        model.explanation().subscribe(text -> show(area, !text.isEmpty()));
        return area;
    }

    private Node empty() {
        Button begin = button("begin", "run", model::test);
        begin.getStyleClass().add("accent");
        return Blank.of("check", TEXTS.get("empty.title"), TEXTS.get("empty.words"), begin);
    }

    public Node node() {
        return root;
    }

    /// `boottest.run` and `boottest.cancel`.
    public List<Action> actions() {
        return actions;
    }

    /// @param shown brings the view to the front, as a test begins
    public void whenWanted(Runnable shown) {
        model.whenWanted(shown);
    }
}
