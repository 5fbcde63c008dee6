package dev.lamina.app.studio.shell;

import dev.lamina.app.Wiring;
import dev.lamina.app.operation.Environment;
import dev.lamina.app.operation.Environment.OperatingSystem;
import dev.lamina.app.operation.Operations;
import dev.lamina.app.operation.WindowSettings;
import dev.lamina.app.studio.base.FxBackground;
import dev.lamina.app.studio.drop.DropReader;
import dev.lamina.app.studio.files.FileActions;
import dev.lamina.app.studio.files.FileChoice;
import dev.lamina.app.studio.files.OpenDocument;
import dev.lamina.app.studio.files.Workbench;
import dev.lamina.app.studio.look.Theme;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.session.Dragging;
import dev.lamina.app.studio.session.Live;
import dev.lamina.app.studio.testing.OwnClipboard;
import dev.lamina.app.studio.testing.Window;
import dev.lamina.app.testing.Needed;
import dev.lamina.vmlaunch.VmHandle;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.stage.WindowEvent;
import org.testfx.api.FxRobot;

/// Everything that a person has in front of them, and what they can see and press there. Whoever makes it closes it;
/// machines that run are ended then.
final class WholeWindow implements AutoCloseable {
    /// Seconds for a first build, which fetches packages, and for boots on busy machines.
    static final int LONG = 300;

    private final FxBackground background = new FxBackground();
    private final OwnClipboard clipboard = new OwnClipboard();
    private final Preferences preferences;
    private final Workbench workbench;
    private final Window window;

    /// @param folder where the window keeps what it keeps, and where documents are saved
    WholeWindow(Operations operations, Path folder, Theme theme) {
        Desk desk = new Desk(operations, background, clipboard, new Dragging(), Clock.systemUTC());
        FileChoice choice = new Saved(folder);
        this.preferences =
                Window.call(() -> new Preferences(new WindowSettings(folder.resolve("window.properties")), background));
        this.workbench = Window.call(() -> new Workbench(desk, choice));
        this.window = Window.show(
                () -> new MainView(
                                desk,
                                workbench,
                                new FileActions(workbench, choice).all(),
                                new DropReader(folder),
                                preferences,
                                background.running())
                        .root(),
                1440,
                900,
                theme);
        Window.run(() -> window.stage().setOnCloseRequest(event -> {
            event.consume();
            workbench.closeAll(window.stage()::close);
        }));
    }

    /// What real machines in a real window need; without it the test is left out.
    static void needs() {
        Needed.display();
        Needed.program("qemu-system-x86_64");
    }

    /// One whose machines are real. What they are built of is shared with the other tests, so that it is fetched once.
    static WholeWindow real(Path folder, Theme theme) {
        Map<String, String> variables = new HashMap<>(System.getenv());
        variables.put(
                "LAMINA_HOME",
                Path.of("..", "target", "system-home")
                        .toAbsolutePath()
                        .normalize()
                        .toString());
        Environment environment =
                new Environment(variables, folder, folder, OperatingSystem.LINUX, System.getProperty("os.arch"), false);
        return new WholeWindow(new Wiring(environment), folder, theme);
    }

    /// Saves under the name that is proposed.
    private record Saved(Path folder) implements FileChoice {
        @Override
        public List<Path> open() {
            return List.of();
        }

        @Override
        public Optional<Path> save(String name, Optional<Path> usual) {
            return Optional.of(folder.resolve(name));
        }
    }

    Window window() {
        return window;
    }

    FxRobot robot() {
        return window.robot();
    }

    Workbench workbench() {
        return workbench;
    }

    Preferences preferences() {
        return preferences;
    }

    Optional<String> clipboard() {
        return Window.call(clipboard::get);
    }

    /// The document in front.
    OpenDocument document() {
        return Window.call(() -> workbench.current().get().orElseThrow());
    }

    DocumentSession session() {
        return document().session();
    }

    Live live() {
        return session().live();
    }

    /// Waits for what takes long.
    static void atLast(BooleanSupplier condition) {
        Window.until(LONG, condition);
    }

    /// Waits until a machine has come so far.
    static void atLast(Live live, Live.Phase phase) {
        atLast(() -> live.phase().get() == phase);
    }

    /// A new document, in front and drawn.
    void create(String title, String text) {
        Window.run(() -> workbench.create(title, text, created -> {}));
        Window.until(() -> workbench.current().get().isPresent()
                && seen(".canvas-card").findAny().isPresent());
    }

    /// What is in sight of those that a selector of style sheets names. On the thread of the window.
    Stream<Node> seen(String selector) {
        return window.scene().getRoot().lookupAll(selector).stream().filter(WholeWindow::isSeen);
    }

    private static boolean isSeen(Node node) {
        return node.getScene() != null
                && Stream.iterate(node, Objects::nonNull, Node::getParent).allMatch(Node::isVisible);
    }

    /// Clicks on the first button with these words, when it can be pressed.
    void press(String words) {
        click(".button", words);
    }

    /// Clicks on a button of the tool strip.
    void tool(String words) {
        click(".tool-strip .button", words);
    }

    /// Clicks on the first node with these words.
    void click(String selector, String words) {
        Predicate<Node> meant = node -> !node.isDisabled() && words(node).equals(words);
        Window.until(() -> seen(selector).anyMatch(meant));
        robot().clickOn(Window.call(
                () -> seen(selector).filter(meant).findFirst().orElseThrow()));
    }

    private static String words(Node node) {
        String shown = node instanceof Labeled labeled ? Objects.requireNonNullElse(labeled.getText(), "") : "";
        return shown.isEmpty() ? Objects.requireNonNullElse(node.getAccessibleText(), "") : shown;
    }

    /// What the labels say that a selector names, from top to bottom.
    List<String> labels(String selector) {
        return Window.call(() -> seen(selector)
                .filter(Label.class::isInstance)
                .map(label -> ((Label) label).getText())
                .toList());
    }

    /// What the buttons in a bar say, from left to right.
    List<String> buttons(String bar) {
        return Window.call(() -> seen(bar + " .button")
                .filter(Button.class::isInstance)
                .map(WholeWindow::words)
                .toList());
    }

    /// How the machine is, in the tool strip.
    String state() {
        return Window.call(
                () -> seen(".run-state").map(WholeWindow::words).findFirst().orElse(""));
    }

    /// The card of a component, by its name.
    Node card(String name) {
        Window.until(() -> cards(name).findAny().isPresent());
        return Window.call(() -> cards(name).findFirst().orElseThrow());
    }

    private Stream<Node> cards(String name) {
        return seen(".canvas-card").filter(card -> card.getAccessibleText().startsWith(name + ", "));
    }

    /// The colour of the light at a card, as its pseudo class says: `running`, `failed`, ….
    String light(String name) {
        Node card = card(name);
        return Window.call(() -> card.lookupAll(".card-light").stream()
                .filter(Node::isVisible)
                .flatMap(light -> light.getPseudoClassStates().stream())
                .map(PseudoClass::getPseudoClassName)
                .filter(state -> state.startsWith("vital-"))
                .map(state -> state.substring("vital-".length()))
                .findFirst()
                .orElse(""));
    }

    /// Brings a pane under the document to the front.
    void below(String title) {
        Window.run(() -> {
            TabPane panes = (TabPane) window.scene().getRoot().lookup(".below");
            panes.getTabs().stream()
                    .filter(tab -> tab.getText().startsWith(title))
                    .forEach(panes.getSelectionModel()::select);
        });
    }

    /// The screen of the console, as a screen reader has it.
    String console() {
        return Window.call(() -> seen(".console-screen")
                .map(screen -> String.valueOf(screen.queryAccessibleAttribute(AccessibleAttribute.TEXT))
                        .strip())
                .findFirst()
                .orElse(""));
    }

    /// The close button of the window.
    void askToClose() {
        WindowEvent wish = new WindowEvent(window.stage(), WindowEvent.WINDOW_CLOSE_REQUEST);
        Window.run(() -> window.stage().fireEvent(wish));
    }

    @Override
    public void close() {
        Window.run(() -> workbench
                .documents()
                .forEach(each -> each.session().live().machine().get().ifPresent(VmHandle::kill)));
        window.close();
        Window.run(workbench::dispose);
        background.close();
    }
}
