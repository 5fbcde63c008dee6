package dev.lamina.app.studio.live;

import static dev.lamina.app.studio.live.LiveWords.TEXTS;

import dev.lamina.app.studio.action.Action;
import dev.lamina.app.studio.action.ActionBuilder;
import dev.lamina.app.studio.base.Showing;
import dev.lamina.app.studio.look.Blank;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.session.Live;
import dev.lamina.vmlaunch.GuestControl.ServiceAction;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.StackPane;

/// The running system: how each component is, and of the selected one what it wrote, a shell in it, and what went
/// wrong.
public final class SystemView {
    private final Live live;
    private final SystemViewModel model;
    private final ServiceViewModel services;
    private final DetailsView details;
    private final ListView<LiveRow> list;
    private final StackPane pane = new StackPane();
    private final List<Action> actions;
    private Runnable shown = () -> {};

    public SystemView(DocumentSession session, Desk desk) {
        this.live = session.live();
        this.model = new SystemViewModel(session);
        GuestCalls calls = new GuestCalls(live, desk.background());
        this.services = new ServiceViewModel(session, calls);
        LogViewModel log = new LogViewModel(live, calls, desk.background());
        ShellViewModel shell = new ShellViewModel(live, calls);
        this.actions = List.of(
                action(
                        "log",
                        "editor",
                        "Shortcut+Shift+L",
                        LiveRow::hasLog,
                        row -> details().showLog()),
                action(
                        "shell",
                        "console",
                        "Shortcut+Shift+T",
                        row -> true,
                        row -> details().showShell()),
                action(
                        "restart",
                        "reset",
                        "Shortcut+Shift+F5",
                        LiveRow::service,
                        row -> ask(row, ServiceAction.RESTART)),
                action("start", "run", "", LiveRow::startable, row -> ask(row, ServiceAction.START)),
                action("stop", "stop", "", LiveRow::stoppable, row -> ask(row, ServiceAction.STOP)));
        this.details = new DetailsView(model, log, shell, actions);
        this.list = list();
        SplitPane split = new SplitPane(list, details.node());
        split.setDividerPositions(0.3);
        Node empty = Blank.of("run", TEXTS.get("empty.title"), TEXTS.get("empty.words"));
        pane.getChildren().addAll(split, empty);
        pane.getStyleClass().add("live");
        live.phase().subscribe(phase -> {
            boolean nothing = !live.lit() && live.events().isEmpty();
            empty.setVisible(nothing);
            split.setVisible(!nothing);
        });
        new Showing(pane).seen().subscribe(log::watch);
    }

    private DetailsView details() {
        shown.run();
        return details;
    }

    private void ask(LiveRow row, ServiceAction what) {
        services.ask(what, row.name());
    }

    private Action action(String verb, String icon, String key, Predicate<LiveRow> has, Consumer<LiveRow> does) {
        ObservableValue<String> why =
                Bindings.createStringBinding(() -> blocked(verb, has), model.chosen(), live.machine());
        ActionBuilder builder =
                ActionBuilder.of("live." + verb, Action.Place.COMPONENT, TEXTS).icon(icon);
        return (key.isEmpty() ? builder : builder.key(key))
                .blocked(why)
                .does(() -> model.chosen().get().ifPresent(does));
    }

    private String blocked(String verb, Predicate<LiveRow> has) {
        Optional<LiveRow> row = model.chosen().get();
        if (row.isEmpty()) {
            return TEXTS.get("blocked.none");
        }
        if (live.machine().get().isEmpty() && !verb.equals("log")) {
            return TEXTS.get("off");
        }
        return has.test(row.get()) ? "" : TEXTS.get(why(verb, row.get()));
    }

    private static String why(String verb, LiveRow row) {
        if (verb.equals("log")) {
            return "blocked.log";
        }
        return row.service() ? "blocked." + verb : "blocked.service";
    }

    private ListView<LiveRow> list() {
        ListView<LiveRow> view = new ListView<>(model.rows());
        view.setCellFactory(cells -> new LiveCell());
        view.getStyleClass().addAll("live-list", "dense");
        view.setAccessibleText(TEXTS.get("list"));
        view.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null && !model.chosen().get().map(LiveRow::place).equals(Optional.of(row.place()))) {
                model.choose(row);
            }
        });
        model.chosen()
                .subscribe(row -> row.ifPresent(there -> {
                    view.getSelectionModel().select(there);
                    view.scrollTo(Math.max(0, model.rows().indexOf(there) - 2));
                }));
        return view;
    }

    /// @param show brings this view to the front
    public void whenWanted(Runnable show) {
        shown = show;
    }

    public Node node() {
        return pane;
    }

    /// What can be done to the selected component while its system runs.
    public List<Action> actions() {
        return actions;
    }
}
