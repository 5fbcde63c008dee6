package dev.lamina.app.studio.drop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.session.Lane;
import dev.lamina.app.studio.session.Place;
import dev.lamina.app.studio.testing.Sessions;
import dev.lamina.app.studio.testing.Window;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real drags from another window, which stands for a file manager. Needs a display: the desktop's own means carry
/// what is dragged.
final class DesktopDropDisplayIT {
    @TempDir
    Path home;

    private final List<String> heard = new ArrayList<>();
    private DocumentSession document;
    private DropViewModel model;

    private final class Receiver implements DropReceiver {
        @Override
        public void open(Path file) {
            heard.add("open " + file.getFileName());
        }

        @Override
        public Optional<DocumentSession> document() {
            return Optional.of(document);
        }

        @Override
        public void say(String words) {
            heard.add(words);
        }

        @Override
        public void imported() {
            heard.add("imported");
        }
    }

    @BeforeAll
    static void needsADisplay() {
        boolean display = System.getenv("DISPLAY") != null && !"Headless".equals(System.getProperty("glass.platform"));
        if ("true".equals(System.getenv("CI"))) {
            assertThat(display)
                    .as("a display, and -Dglass.platform that is not Headless")
                    .isTrue();
        }
        Assumptions.assumeTrue(display, "there is no display to drag on: set DISPLAY, e.g. by xvfb-run");
    }

    @BeforeEach
    void prepare() {
        Desk desk = Sessions.desk(home.resolve("lamina"));
        document = Sessions.session(desk, "services: []\n");
        model = new DropViewModel(desk, new DropReader(home), new Receiver());
    }

    @Test
    void aFileIsDroppedOnTheWindow() throws Exception {
        Path motd = Files.writeString(home.resolve("motd"), "hi");
        drag(content -> content.putFiles(List.of(motd.toFile())), "Adds motd as the file /etc/motd");
        assertThat(document.composition().files())
                .extracting(each -> each.path())
                .containsExactly("etc/motd");
    }

    @Test
    void aCompositionOpens() throws Exception {
        Path web = Files.writeString(home.resolve("web.yml"), "services: []\n");
        drag(content -> content.putFiles(List.of(web.toFile())), "Opens web.yml");
        assertThat(heard).containsExactly("open web.yml");
    }

    @Test
    void theNameOfAnImageComesToTheLaneBelowTheMouse() {
        drag(content -> content.putString("nginx:1.27"), "Adds the image nginx:1.27 as a service");
        assertThat(document.composition().onboot())
                .extracting(each -> each.name())
                .containsExactly("nginx");
    }

    private interface Filling {
        void fill(ClipboardContent content);
    }

    private void drag(Filling filling, String hint) {
        Label goods = Window.call(() -> new Label("drag me"));
        goods.setMinSize(200, 120);
        goods.setOnDragDetected(event -> {
            ClipboardContent content = new ClipboardContent();
            filling.fill(content);
            goods.startDragAndDrop(TransferMode.COPY).setContent(content);
            event.consume();
        });
        List<String> hints = new ArrayList<>();
        Window.run(() -> model.hint().subscribe(words -> hints.add(words)));
        try (Window window = Window.show(this::target, 500, 400, dev.lamina.app.studio.look.Theme.LIGHT)) {
            Stage source = Window.call(() -> source(goods));
            window.robot()
                    .moveTo(goods)
                    .press(MouseButton.PRIMARY)
                    .moveBy(20, 10)
                    .moveBy(20, 10)
                    .moveTo(window.scene().getRoot())
                    .moveBy(5, 5);
            Window.until(() -> hints.contains(hint));
            window.robot().release(MouseButton.PRIMARY);
            Window.until(
                    () -> !heard.isEmpty() || document.history().get().steps().size() > 1);
            Window.run(source::close);
        }
        assertThat(hints).endsWith("");
    }

    private StackPane target() {
        StackPane pane = new StackPane(new Label("canvas"), new DropHintView(model).node());
        DropTarget.install(pane, model, point -> Optional.of(new Place(Lane.ONBOOT, 0)));
        return pane;
    }

    private static Stage source(Label goods) {
        Stage stage = new Stage(StageStyle.UNDECORATED);
        stage.setScene(new Scene(new StackPane(goods), 220, 140));
        stage.setX(600);
        stage.setY(100);
        stage.show();
        return stage;
    }
}
