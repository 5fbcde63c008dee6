package dev.lamina.app.studio.canvas;

import dev.lamina.app.studio.look.Theme;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.session.Place;
import dev.lamina.app.studio.testing.DirectBackground;
import dev.lamina.app.studio.testing.Sessions;
import dev.lamina.app.studio.testing.Window;
import java.nio.file.Path;
import java.util.List;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;

/// A canvas in a window of a test.
final class CanvasScene implements AutoCloseable {
    static final String WEB = """
            kernel:
              image: lamina/kernel
              cmdline: "console=ttyS0 quiet"
            init:
              - lamina/init
              - lamina/runtime
            onboot:
              - name: sysctl
                image: lamina/sysctl
              - name: dhcp
                image: lamina/dhcp
              - name: mount
                image: lamina/mount
            services:
              - name: getty
                image: lamina/getty
                env: [INSECURE=true]
              - name: httpd
                image: lamina/httpd
                binds: [/srv/www:/var/www:ro]
              - name: cache
                image: redis:7.4
              - name: agent
                image: registry.example.com/observability/node-agent:2024.11.3
                capabilities: [all]
                net: host
                pid: host
            files:
              - path: srv/www/index.html
                mode: "0644"
                contents: <h1>Hello</h1>
              - path: etc/motd
                contents: Welcome
              - path: root/.ssh/authorized_keys
                source: ~/.ssh/id_ed25519.pub
                mode: "0600"
                optional: true
              - path: var/log
                directory: true
            """;

    private final Desk desk;
    private final DirectBackground background = new DirectBackground();
    private final DocumentSession session;
    private final CanvasView canvas;
    private final Window window;

    private CanvasScene(Path home, String text, double width, double height, Theme theme) {
        desk = Sessions.desk(home, background);
        session = Window.call(() -> Sessions.session(desk, text));
        canvas = Window.call(() -> new CanvasView(session, desk));
        window = Window.show(() -> new StackPane(canvas.node()), width, height, theme);
    }

    static CanvasScene show(Path home, String text) {
        return new CanvasScene(home, text, 960, 720, Theme.LIGHT);
    }

    static CanvasScene show(Path home, String text, double width, double height, Theme theme) {
        return new CanvasScene(home, text, width, height, theme);
    }

    Desk desk() {
        return desk;
    }

    DocumentSession session() {
        return session;
    }

    CanvasView canvas() {
        return canvas;
    }

    Window window() {
        return window;
    }

    /// The middle of a card on the screen.
    Point2D middle(Place place) {
        return at(place, 0.5);
    }

    /// A point in a card on the screen, some share of its width from its left edge.
    Point2D at(Place place, double share) {
        Point2D at = inView(place, share);
        return screen(at.getX(), at.getY());
    }

    private Point2D inView(Place place, double share) {
        return Window.call(() -> {
            Viewport view = canvas.viewport();
            Rectangle2D card = view.camera().get().view(view.layout().get().card(place));
            return new Point2D(card.getMinX() + card.getWidth() * share, card.getMinY() + card.getHeight() / 2);
        });
    }

    Point2D screen(double x, double y) {
        return Window.call(() -> canvas.viewport().pane().localToScreen(x, y));
    }

    /// A click with keys held down, which the robot of JavaFX's Headless platform cannot do.
    void click(Place place, boolean shift, boolean control) {
        Point2D at = inView(place, 0.5);
        Window.run(() -> {
            Pane pane = canvas.viewport().pane();
            for (EventType<MouseEvent> type :
                    List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED, MouseEvent.MOUSE_CLICKED)) {
                pane.fireEvent(new MouseEvent(
                        type,
                        at.getX(),
                        at.getY(),
                        at.getX(),
                        at.getY(),
                        MouseButton.PRIMARY,
                        1,
                        shift,
                        control,
                        false,
                        false,
                        true,
                        false,
                        false,
                        true,
                        false,
                        true,
                        new PickResult(pane, at.getX(), at.getY())));
            }
        });
    }

    /// The wheel with Ctrl held down.
    void wheel(double x, double y, double delta) {
        Window.run(() -> {
            Pane pane = canvas.viewport().pane();
            pane.fireEvent(new ScrollEvent(
                    ScrollEvent.SCROLL,
                    x,
                    y,
                    x,
                    y,
                    false,
                    true,
                    false,
                    false,
                    true,
                    false,
                    0,
                    delta,
                    0,
                    delta,
                    ScrollEvent.HorizontalTextScrollUnits.NONE,
                    0,
                    ScrollEvent.VerticalTextScrollUnits.NONE,
                    0,
                    0,
                    new PickResult(pane, x, y)));
        });
    }

    @Override
    public void close() {
        window.close();
    }
}
