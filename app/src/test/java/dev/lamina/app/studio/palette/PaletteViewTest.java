package dev.lamina.app.studio.palette;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.app.studio.look.Theme;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.Dragging.Load;
import dev.lamina.app.studio.session.Lane;
import dev.lamina.app.studio.session.Offer;
import dev.lamina.app.studio.testing.Sessions;
import dev.lamina.app.studio.testing.Window;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseDragEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // made before each test
final class PaletteViewTest {
    @TempDir
    Path home;

    private final List<Offer> added = new ArrayList<>();
    private final List<Optional<Load>> dropped = new ArrayList<>();
    private Desk desk;
    private PaletteView palette;
    private Region target;
    private Window window;

    @BeforeEach
    void show() {
        desk = Sessions.desk(home);
        window = Window.show(
                () -> {
                    palette = new PaletteView(desk, added::add);
                    ((Region) palette.node()).setPrefWidth(300);
                    target = new Region();
                    target.setMinSize(300, 600);
                    target.addEventHandler(
                            MouseDragEvent.MOUSE_DRAG_RELEASED,
                            event -> dropped.add(desk.dragging().load().get()));
                    return new HBox(palette.node(), target);
                },
                620,
                950,
                Theme.LIGHT);
    }

    @AfterEach
    void close() {
        window.close();
    }

    private Node cell(String name) {
        return Window.call(() -> palette.node().lookupAll(".palette-cell").stream()
                .filter(node ->
                        Objects.requireNonNullElse(node.getAccessibleText(), "").startsWith(name))
                .filter(PaletteViewTest::shown)
                .findFirst()
                .orElseThrow());
    }

    /// The list keeps more cells than it shows.
    private static boolean shown(Node node) {
        return node.isVisible() && (node.getParent() == null || shown(node.getParent()));
    }

    private TextField field() {
        return (TextField) palette.node().lookup(".palette-search");
    }

    private void run(String id) {
        Window.run(() -> palette.actions().stream()
                .filter(action -> action.id().equals(id))
                .forEach(action -> action.run()));
    }

    private static List<String> names(List<Offer> offers) {
        return offers.stream().map(Offer::name).toList();
    }

    @Test
    void whatIsTypedAndEnteredIsAddedWithoutLeavingTheField() {
        run("palette.search");
        window.robot().write("sshd");
        window.robot().push(KeyCode.ENTER);
        window.robot().push(KeyCode.DOWN);
        window.robot().push(KeyCode.ENTER);
        assertEquals(List.of("sshd", "sshd"), names(added));
        assertEquals(
                "name: sshd\n# The keys that may log in are the file root/.ssh/authorized_keys of the system.\n"
                        + "image: lamina/sshd",
                added.getFirst().in(Lane.SERVICES).orElseThrow());
        assertTrue(added.getLast().in(Lane.SERVICES).orElseThrow().contains("image: linuxkit/sshd:"));
        window.robot().push(KeyCode.ESCAPE);
        assertEquals("", Window.call(() -> field().getText()));
    }

    @Test
    void aDoubleClickAddsAndOneClickExplains() {
        window.robot().clickOn(cell("dhcp:"));
        assertTrue(texts().contains("Asks the network for an address, once."), texts().toString());
        assertTrue(texts().contains("CAP_NET_ADMIN"), texts().toString());
        assertTrue(texts().contains("Here: brings interfaces up and gives them addresses and routes"));
        assertEquals(List.of(), added);
        window.robot().doubleClickOn(cell("dhcp:"));
        assertEquals(List.of("dhcp"), names(added));
    }

    private List<String> texts() {
        return Window.call(() -> palette.node().lookupAll(".palette-explanation .label").stream()
                .map(node -> ((javafx.scene.control.Label) node).getText())
                .toList());
    }

    @Test
    void aHeadingOpensAndClosesByClickAndByKey() {
        window.robot().clickOn(cell("Built-in"));
        window.robot().clickOn(cell("Snippets"));
        assertEquals("Snippets, 13 entries, open", cell("Snippets").getAccessibleText());
        window.robot().push(KeyCode.LEFT);
        assertEquals("Snippets, 13 entries, closed", cell("Snippets").getAccessibleText());
        window.robot().push(KeyCode.ENTER);
        assertEquals("Snippets, 13 entries, open", cell("Snippets").getAccessibleText());
    }

    @Test
    void anEntryThatIsDraggedOutHangsOnThePointerUntilTheButtonIsReleased() {
        window.robot().moveTo(cell("init")).press(MouseButton.PRIMARY).moveBy(10, 5);
        window.robot().moveTo(target);
        Optional<Load> load = Window.call(() -> desk.dragging().load().get());
        assertEquals("init", ((Load.New) load.orElseThrow()).offer().name());
        window.robot().release(MouseButton.PRIMARY);
        assertEquals(List.of(load), dropped);
        assertEquals(Optional.empty(), Window.call(() -> desk.dragging().load().get()));
        assertEquals("Recently used, 1 entry, open", cell("Recently used").getAccessibleText());
    }

    @Test
    void anEntryThatIsDroppedOnThePaletteIsForgotten() {
        window.robot().moveTo(cell("init")).press(MouseButton.PRIMARY).moveBy(10, 60);
        window.robot().release(MouseButton.PRIMARY);
        assertEquals(Optional.empty(), Window.call(() -> desk.dragging().load().get()));
        assertEquals(List.of(), added);
    }

    @Test
    void theMenuOfAnEntryHasTheLanesThatItFitsInto() {
        run("palette.search");
        window.robot().write("dhcpcd");
        ListView<?> list = (ListView<?>) palette.node().lookup(".palette-list");
        assertEquals(
                List.of("Add to Onboot", "Add to Services"),
                Window.call(() -> list.getContextMenu().getItems().stream()
                        .map(MenuItem::getText)
                        .toList()));
        Window.run(() -> list.getContextMenu().getItems().getLast().fire());
        assertEquals(
                List.of(Lane.SERVICES), added.stream().map(Offer::usualLane).toList());
    }
}
