package dev.lamina.app.studio.problems;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.look.Theme;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.testing.Legibility;
import dev.lamina.app.studio.testing.Pictures;
import dev.lamina.app.studio.testing.Sessions;
import dev.lamina.app.studio.testing.Window;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.Button;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ExposureViewTest {
    @TempDir
    Path home = Path.of("");

    private final AtomicInteger opened = new AtomicInteger();

    private Window show(DocumentSession session, Desk desk, Theme theme) {
        return Window.show(
                () -> {
                    BorderPane pane = new BorderPane(new ExposureView(session, desk).node());
                    pane.setBottom(new HBox(
                            16,
                            new ProblemsStatus(new ProblemsView(session, desk).summary(), opened::incrementAndGet)
                                    .node(),
                            new ExposureStatus(session, opened::incrementAndGet).node()));
                    return pane;
                },
                1300,
                420,
                theme);
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK", "HIGH_CONTRAST"})
    void everythingCanBeRead(Theme theme) {
        Desk desk = Sessions.desk(home);
        DocumentSession session = Sessions.session(desk, Samples.SHOP);
        try (Window window = show(session, desk, theme)) {
            Pictures.save(window, "exposure-" + theme);
            assertThat(Window.call(() -> Legibility.faults(window.scene()))).isEmpty();
        }
    }

    @Test
    void theStatusBarTellsTheWorstAndOpensTheReasons() {
        Desk desk = Sessions.desk(home);
        DocumentSession session = Sessions.session(desk, Samples.SHOP);
        try (Window window = show(session, desk, Theme.LIGHT)) {
            Button exposure = (Button) window.scene().getRoot().lookup(".exposure-status");
            Button problems = (Button) window.scene().getRoot().lookup(".problem-status");
            assertThat(exposure.getAccessibleText())
                    .isEqualTo("The system is as exposed as its most exposed component, service node-exporter: 10.0 of"
                            + " 10, owns the machine. Click for the reasons.");
            assertThat(problems.getText()).isEqualTo("1 error, 4 critical");
            Window.run(exposure::fire);
            Window.run(problems::fire);
            assertThat(opened).hasValue(2);
            Window.run(() -> session.type("init: [lamina/init]\n"));
            assertThat(exposure.isVisible()).isFalse();
        }
    }
}
