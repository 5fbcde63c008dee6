package dev.lamina.app.studio;

import dev.lamina.app.operation.Operations;
import dev.lamina.app.studio.base.FxBackground;
import dev.lamina.app.studio.base.FxClipboard;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.files.Workbench;
import dev.lamina.app.studio.look.Theme;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.Dragging;
import dev.lamina.app.studio.shell.MainView;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The composer as a program: toolkit, window, and their end.
final class Studio {
    private static final Texts TEXTS = Texts.of(MainView.class);

    private final Operations operations;

    Studio(Operations operations) {
        this.operations = operations;
    }

    /// Returns when the window is closed.
    void run(List<Path> files) {
        CountDownLatch closed = new CountDownLatch(1);
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        Platform.startup(() -> {
            try {
                show(files, closed::countDown);
            } catch (RuntimeException | Error e) {
                failure.set(e);
                closed.countDown();
            }
        });
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Platform.exit();
        if (failure.get() instanceof RuntimeException e) {
            throw e;
        }
        if (failure.get() instanceof Error e) {
            throw e;
        }
    }

    private void show(List<Path> files, Runnable closed) {
        FxBackground background = new FxBackground();
        Desk desk = new Desk(operations, background, new FxClipboard(), new Dragging(), Clock.systemUTC());
        Workbench workbench = new Workbench(desk);
        MainView view = new MainView(desk, workbench);
        Scene scene = new Scene(view.root(), 1440, 900);
        Theme.SYSTEM.dress(scene);
        Stage stage = new Stage();
        stage.setTitle(TEXTS.get("title"));
        stage.setScene(scene);
        stage.setOnHidden(event -> {
            background.close();
            closed.run();
        });
        stage.show();
        files.forEach(workbench::open);
    }
}
