package dev.lamina.app.studio.live;

import static dev.lamina.app.studio.live.LiveWords.TEXTS;

import dev.lamina.app.studio.action.Action;
import dev.lamina.app.studio.action.ActionButton;
import dev.lamina.app.studio.look.Icons;
import dev.lamina.app.studio.look.Labels;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One component of the running system.
final class DetailsView {
    /// In letters: from here on there is room for what went wrong beside what it wrote.
    private static final double WIDE = 44;

    private static final double SHARE = 0.42;
    private static final double GAP = 8;

    private final SystemViewModel model;
    private final LogViewModel log;
    private final ShellViewModel shell;
    private final Label title = new Label();
    private final Label state = new Label();
    private final VBox failure = new VBox(4);
    private final TabPane tabs = new TabPane();
    private final BorderPane body = new BorderPane(tabs);
    private final Tab logTab;
    private final Tab shellTab;
    private final ShellView shellView;
    private final VBox root = new VBox(6);

    /// @param actions those that stand beside the name
    DetailsView(SystemViewModel model, LogViewModel log, ShellViewModel shell, List<Action> actions) {
        this.model = model;
        this.log = log;
        this.shell = shell;
        this.shellView = new ShellView(shell);
        this.logTab = tab("log", "editor", new LogView(log).node());
        this.shellTab = tab("shell", "console", shellView.node());
        title.getStyleClass().add("live-title");
        state.setWrapText(true);
        state.getStyleClass().add("muted");
        HBox.setHgrow(state, Priority.ALWAYS);
        HBox head = new HBox(10, title, state);
        actions.stream()
                .filter(action ->
                        !action.id().equals("live.log") && !action.id().equals("live.shell"))
                .forEach(action -> head.getChildren().add(ActionButton.whilePossible(action)));
        head.getStyleClass().add("live-head");
        failure.getStyleClass().add("live-failure");
        failure.managedProperty().bind(failure.visibleProperty());
        tabs.getTabs().addAll(logTab, shellTab);
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.getStyleClass().add("dense");
        VBox.setVgrow(body, Priority.ALWAYS);
        body.setMinHeight(0);
        body.widthProperty().subscribe(width -> arrange(width.doubleValue()));
        root.getChildren().addAll(head, body);
        root.getStyleClass().add("live-details");
        model.chosen().subscribe(this::show);
    }

    /// The pane is low: what went wrong must not take the place of what was written.
    private void arrange(double width) {
        boolean beside = width > WIDE * state.getFont().getSize();
        body.getChildren().remove(failure);
        failure.setPrefWidth(beside ? SHARE * width : Region.USE_COMPUTED_SIZE);
        BorderPane.setMargin(failure, beside ? new Insets(0, 0, 0, GAP) : new Insets(0, 0, GAP, 0));
        if (beside) {
            body.setRight(failure);
        } else {
            body.setTop(failure);
        }
    }

    private static Tab tab(String name, String icon, Node content) {
        Tab tab = new Tab(TEXTS.get("tab." + name), content);
        tab.setGraphic(Icons.of(icon, 13));
        return tab;
    }

    private void show(Optional<LiveRow> row) {
        title.setText(row.map(LiveRow::name).orElseGet(() -> TEXTS.get("system")));
        state.setText(row.map(LiveWords::of).orElseGet(() -> TEXTS.get("system.words")));
        explain(row);
        log.show(row.filter(LiveRow::hasLog).map(LiveRow::name));
        shell.enter(row.filter(LiveRow::service).map(LiveRow::name));
    }

    private void explain(Optional<LiveRow> row) {
        failure.getChildren().clear();
        row.flatMap(LiveRow::failure).ifPresent(there -> {
            failure.getChildren().add(words("failure.reason", there.reason()));
            failure.getChildren().add(words("failure.fix", there.fix()));
            if (!there.line().isEmpty()) {
                failure.getChildren().add(words("failure.seen", Printable.of(there.line())));
            }
            there.rule().ifPresent(code -> failure.getChildren().add(words("failure.rule", code)));
            model.mendable(row.get()).ifPresent(finding -> {
                String label = finding.fix().orElseThrow().label();
                Button make = new Button(TEXTS.get("failure.make", label), Icons.of("fix", 14));
                make.setMnemonicParsing(false);
                make.setTooltip(new Tooltip(TEXTS.get("failure.make.about")));
                make.setOnAction(event -> model.mend(finding));
                failure.getChildren().add(make);
            });
        });
        failure.setVisible(!failure.getChildren().isEmpty());
    }

    private static Label words(String key, String value) {
        return Labels.wrapped(TEXTS.get(key, value));
    }

    void showLog() {
        tabs.getSelectionModel().select(logTab);
        log.refresh();
    }

    void showShell() {
        tabs.getSelectionModel().select(shellTab);
        shellView.focus();
    }

    Node node() {
        return root;
    }
}
