package dev.lamina.app.studio;

import dev.lamina.app.operation.Operations;
import dev.lamina.app.operation.WindowSettings;
import dev.lamina.app.studio.action.Action;
import dev.lamina.app.studio.base.Background;
import dev.lamina.app.studio.base.FxBackground;
import dev.lamina.app.studio.base.FxClipboard;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.drop.DropReader;
import dev.lamina.app.studio.files.Arrivals;
import dev.lamina.app.studio.files.DesktopFiles;
import dev.lamina.app.studio.files.FileActions;
import dev.lamina.app.studio.files.FileChoice;
import dev.lamina.app.studio.files.FxFileChoice;
import dev.lamina.app.studio.files.Workbench;
import dev.lamina.app.studio.look.AppIcon;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.Dragging;
import dev.lamina.app.studio.shell.MainView;
import dev.lamina.app.studio.shell.Preferences;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// The composer as a program: toolkit, window, and their end.
final class Studio {
    private static final Texts TEXTS = Texts.of(MainView.class);

    /// Hears how far a start is.
    interface Progress {
        /// For whom it does not matter.
        Progress NONE = new Progress() {
            @Override
            public void drawn() {}

            @Override
            public void usable(Stage stage, Workbench workbench) {}
        };

        /// The first frame is seen.
        void drawn();

        /// The documents are seen; from here on the window answers.
        void usable(Stage stage, Workbench workbench);
    }

    private static final Duration ICONS = Duration.ofSeconds(1);

    private static final double SMALLEST = 400;

    /// What window managers add above a window, more or less.
    private static final double TITLE_BAR = 32;

    private final Toolkit toolkit;
    private final Operations operations;
    private final Path userHome;
    private final boolean greets;

    /// @param userHome what documents call `~`
    /// @param greets whether a person looks at the window, who may be here for the first time
    Studio(Toolkit toolkit, Operations operations, Path userHome, boolean greets) {
        this.toolkit = toolkit;
        this.userHome = userHome;
        this.greets = greets;
        this.operations = operations;
    }

    /// Returns when the window is closed.
    void run(List<Path> files, Progress progress) {
        toolkit.runUntilDone(closed -> {
            Identity.announce();
            show(files, progress, closed);
        });
    }

    private void show(List<Path> files, Progress progress, Runnable closed) {
        FxBackground background = new FxBackground();
        Desk desk = new Desk(operations, background, new FxClipboard(), new Dragging(), Clock.systemUTC());
        WindowSettings settings = new WindowSettings(operations.home().data().resolve("window.properties"));
        Preferences preferences = new Preferences(settings, background);
        preferences.theme().get().dressControls();
        Stage stage = new Stage();
        FileChoice choice = new FxFileChoice(() -> stage);
        Workbench workbench = new Workbench(desk, choice);
        List<Action> actions = new FileActions(workbench, choice).all();
        Arrivals arrivals = workbench.arrivals();
        arrivals.hold();
        files.forEach(workbench::open);
        openWhatTheDesktopHandsOver(stage, workbench);
        MainView view =
                new MainView(desk, workbench, actions, new DropReader(userHome), preferences, background.running());
        Scene scene = scene(view, preferences);
        dress(scene, preferences);
        stage.setTitle(TEXTS.get("title"));
        stage.setScene(scene);
        stage.setOnCloseRequest(event -> {
            event.consume(); // it closes when every document has been
            workbench.closeAll(stage::close);
        });
        stage.setOnHidden(event -> {
            workbench.dispose();
            preferences.keepSize(scene.getWidth(), scene.getHeight());
            background.close();
            closed.run();
        });
        afterFrame(scene, background, () -> true, () -> {
            progress.drawn();
            arrivals.release();
            afterFrame(scene, background, view::isComplete, () -> progress.usable(stage, workbench));
            // To hand them to the desktop takes a tenth of the start.
            background.later(ICONS, () -> background.aside(AppIcon::all, stage.getIcons()::setAll, failure -> {}));
            workbench.recover();
            greet(view, workbench);
        });
        // What can be done while the first frame is being drawn.
        afterPulse(scene, () -> true, () -> background.onWindow(arrivals::prepare));
        stage.show();
    }

    private static void openWhatTheDesktopHandsOver(Stage stage, Workbench workbench) {
        new DesktopFiles(file -> {
                    stage.setIconified(false);
                    workbench.open(file);
                })
                .listen();
    }

    /// As large as the window was when it was closed.
    private static Scene scene(MainView view, Preferences preferences) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        return new Scene(
                view.root(),
                length(preferences.width(), screen.getWidth()),
                length(preferences.height(), screen.getHeight() - TITLE_BAR));
    }

    /// Not too small to use, where the screen has room.
    static double length(double kept, double room) {
        return Math.min(Math.max(kept, SMALLEST), room);
    }

    private static void dress(Scene scene, Preferences preferences) {
        preferences.theme().subscribe(theme -> theme.dress(scene));
        Platform.getPreferences()
                .colorSchemeProperty()
                .subscribe(() -> preferences.theme().get().dress(scene));
    }

    private void greet(MainView view, Workbench workbench) {
        if (greets
                && workbench.documents().isEmpty()
                && !workbench.arrivals().expected().get()) {
            view.welcome();
        }
    }

    /// Calls once, when the scene is seen as it was while the condition held.
    private static void afterFrame(Scene scene, Background background, BooleanSupplier condition, Runnable then) {
        // Its drawing is begun when the pulse is over.
        afterPulse(scene, condition, () -> background.onWindow(() -> Frames.whenSeen(background, then)));
    }

    /// Calls once, when the scene was laid out for a frame while the condition held.
    private static void afterPulse(Scene scene, BooleanSupplier condition, Runnable then) {
        scene.addPostLayoutPulseListener(new Runnable() {
            @Override
            public void run() {
                if (condition.getAsBoolean()) {
                    scene.removePostLayoutPulseListener(this);
                    then.run();
                }
            }
        });
        Platform.requestNextPulse();
    }
}
