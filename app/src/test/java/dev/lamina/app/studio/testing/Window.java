package dev.lamina.app.studio.testing;

import dev.lamina.app.studio.look.Theme;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// A window of a test, on the toolkit that the build chose: JavaFX's Headless platform, or a display.
/// Its robot clicks, drags and types as a user does.
public final class Window implements AutoCloseable {
    private static final int PATIENCE = 30;

    private final Stage stage;
    private final FxRobot robot = new FxRobot();

    private Window(Stage stage) {
        this.stage = stage;
    }

    /// @param content made on the thread of the window
    public static Window show(Callable<Parent> content, double width, double height, Theme theme) {
        Stage stage = call(() -> {
            Stage made = new Stage();
            Scene scene = new Scene(content.call(), width, height);
            theme.dress(scene);
            made.setScene(scene);
            made.setX(0);
            made.setY(0);
            made.show();
            return made;
        });
        WaitForAsyncUtils.waitForFxEvents();
        return new Window(stage);
    }

    public static Window show(Callable<Parent> content) {
        return show(content, 1200, 800, Theme.LIGHT);
    }

    public Stage stage() {
        return stage;
    }

    public Scene scene() {
        return stage.getScene();
    }

    public FxRobot robot() {
        return robot;
    }

    /// What the thread of the window answers.
    public static <T> T call(Callable<T> question) {
        try {
            FxToolkit.registerPrimaryStage();
            return WaitForAsyncUtils.asyncFx(question).get(PATIENCE, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public static void run(Runnable task) {
        call(() -> {
            task.run();
            return true;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Waits until something is so; asked on the thread of the window.
    public static void until(BooleanSupplier condition) {
        until(PATIENCE, condition);
    }

    /// The same for what takes longer, such as to boot a machine.
    public static void until(int seconds, BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(seconds, TimeUnit.SECONDS, () -> call(condition::getAsBoolean));
        } catch (TimeoutException e) {
            throw new AssertionError("it did not become so in " + seconds + " s", e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Override
    public void close() {
        run(stage::close);
    }
}
