package dev.lamina.app.studio.console;

import dev.lamina.app.studio.action.Action;
import dev.lamina.app.studio.action.Keys;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.session.Live;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The console of a document's machine: a terminal on its serial line. Keys go to the guest, F6 leads out. After the
/// end the last screen stays until another machine runs.
public final class ConsoleView {
    private final ConsoleViewModel console;
    private final ScreenView screen;
    private final FindBar findBar;
    private final ConsoleActions actions;
    private final BorderPane pane = new BorderPane();
    private final ContextMenu menu = new ContextMenu();

    public ConsoleView(DocumentSession session, Desk desk) {
        this(session, desk, Optional.empty());
    }

    /// @param choice where to save; without one the desktop asks
    ConsoleView(DocumentSession session, Desk desk, Optional<SaveChoice> choice) {
        this.console = new ConsoleViewModel(desk.background(), desk.clipboard());
        this.screen = new ScreenView(console, desk.background(), ZoneId.systemDefault());
        this.findBar = new FindBar(console, this::focus);
        Saving saving =
                new Saving(console, desk.background(), choice.orElseGet(() -> new FxSaveChoice(pane)), session::say);
        this.actions = new ConsoleActions(console, saving, findBar::open);
        Keyboard keyboard = new Keyboard(console);
        keyboard.install(screen);
        Composing.install(screen, keyboard);
        new GuestMouse(screen, console).install();
        new MouseSelect(screen, console).install();
        arrange();
        List<Action> keys = new ArrayList<>(actions.all());
        keys.addAll(actions.silent());
        Keys.install(pane, keys);
        screen.setOnContextMenuRequested(this::menu);
        screen.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> menu.hide());
        follow(session.live());
    }

    private void arrange() {
        StackPane badge = new StackPane(new StillBadge(console, this::focus).node());
        badge.setAlignment(Pos.BOTTOM_RIGHT);
        badge.setPickOnBounds(false);
        badge.getStyleClass().add("console-over");
        BorderPane whole = new BorderPane(new StackPane(screen, badge));
        whole.setRight(new ScrollRange(console, screen).node());
        Node empty = new EmptyView().node();
        console.standing().subscribe(standing -> {
            empty.setVisible(standing instanceof Standing.Off);
            whole.setVisible(!(standing instanceof Standing.Off));
        });
        pane.setTop(new VBox(new ConsoleToolbar(console, actions, this::focus).node(), findBar.node()));
        pane.setCenter(new StackPane(empty, whole));
        pane.setBottom(new VBox(new PasteBar(console, this::focus).node(), new EndBar(console).node()));
        pane.getStyleClass().add("console");
    }

    private void follow(Live live) {
        live.machine()
                .subscribe(machine -> machine.ifPresentOrElse(
                        some -> console.connect(some.console()),
                        () -> console.ended(live.message().get())));
        live.message().subscribe(words -> {
            if (!words.isEmpty() && live.machine().get().isEmpty()) {
                console.ended(words);
            }
        });
    }

    private void menu(ContextMenuEvent event) {
        menu.getItems().clear();
        List<List<Action>> groups = List.of(
                List.of(actions.copy, actions.paste, actions.selectAll, actions.selectKeys),
                List.of(actions.find, actions.timestamps, actions.pause, actions.clear),
                List.of(actions.saveText, actions.saveBytes, actions.tellSize));
        for (List<Action> group : groups) {
            if (!menu.getItems().isEmpty()) {
                menu.getItems().add(new SeparatorMenuItem());
            }
            group.forEach(action -> menu.getItems().add(ConsoleButton.item(action)));
        }
        menu.show(screen, event.getScreenX(), event.getScreenY());
        event.consume();
    }

    public Node node() {
        return pane;
    }

    public List<Action> actions() {
        return actions.all();
    }

    /// Gives the keyboard to the guest.
    public void focus() {
        screen.requestFocus();
    }

    ConsoleViewModel model() {
        return console;
    }

    ScreenView screen() {
        return screen;
    }
}
