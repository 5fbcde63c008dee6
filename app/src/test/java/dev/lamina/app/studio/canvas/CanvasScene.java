package dev.lamina.app.studio.canvas;

import dev.lamina.app.studio.look.Theme;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.session.Place;
import dev.lamina.app.studio.testing.DirectBackground;
import dev.lamina.app.studio.testing.Sessions;
import dev.lamina.app.studio.testing.Window;
import java.nio.file.Path;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
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
        return Window.call(() -> {
            Rectangle2D card = canvas.viewport()
                    .camera()
                    .get()
                    .view(canvas.viewport().layout().get().card(place));
            return screen(card.getMinX() + card.getWidth() * share, card.getMinY() + card.getHeight() / 2);
        });
    }

    Point2D screen(double x, double y) {
        return Window.call(() -> canvas.viewport().pane().localToScreen(x, y));
    }

    Bounds bounds() {
        return Window.call(() -> canvas.viewport().pane().getLayoutBounds());
    }

    @Override
    public void close() {
        window.close();
    }
}
