package dev.lamina.app.studio.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.base.FxBackground;
import dev.lamina.app.studio.look.Theme;
import dev.lamina.app.studio.run.Notice.Kind;
import dev.lamina.app.studio.run.Notice.Remedy;
import dev.lamina.app.studio.session.Live.Phase;
import dev.lamina.app.studio.testing.Legibility;
import dev.lamina.app.studio.testing.Pictures;
import dev.lamina.app.studio.testing.Window;
import dev.lamina.app.testing.FakeHypervisor;
import dev.lamina.vmlaunch.VmExit;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class RunViewTest {
    @TempDir
    Path home;

    private final FxBackground background = new FxBackground();
    private final FakeHypervisor hypervisor = new FakeHypervisor(vm -> vm.send("ready"));
    private final SimpleBooleanProperty unsaved = new SimpleBooleanProperty();

    @AfterEach
    void close() {
        background.close();
    }

    private record Shown(RunFixture run, Window window) implements AutoCloseable {
        @Override
        public void close() {
            window.close();
        }

        void until(Phase phase) {
            Window.until(() -> run.model.live().phase().get() == phase);
        }

        String state() {
            return Window.call(() -> ((Label) window.scene().lookup(".run-state")).getText());
        }
    }

    private Shown show(Theme theme) {
        RunFixture run = Window.call(() -> new RunFixture(home, background, hypervisor));
        Window window = Window.show(
                () -> {
                    SaveWatch watch = new SaveWatch(run.model, unsaved);
                    VBox box = new VBox(
                            10,
                            new RunControls(
                                            run.status(),
                                            watch,
                                            new RunActions(run.model, watch, run.holding, run.snapshots).ofMachine())
                                    .node(),
                            new NoticeBar(run.model).node(),
                            new SnapshotsBar(run.snapshots, ZoneOffset.UTC).node());
                    box.getStyleClass().add("studio");
                    return box;
                },
                800,
                300,
                theme);
        return new Shown(run, window);
    }

    @Test
    void theStateIsShownInWords() {
        try (Shown shown = show(Theme.LIGHT)) {
            assertThat(shown.window.scene().lookup(".run-state").isVisible()).isFalse();

            Window.run(shown.run.model::run);
            shown.until(Phase.READY);

            assertThat(shown.state()).matches("Ready in \\d+\\.\\d s");
            Window.run(shown.run.model::stop);
            shown.until(Phase.OFF);
            assertThat(shown.window.scene().lookup(".run-state").isVisible()).isFalse();
        }
    }

    @Test
    void aButtonOfTheBarDoesWhatItSays() {
        try (Shown shown = show(Theme.LIGHT)) {
            Window.run(shown.run.model::run);
            shown.until(Phase.READY);
            hypervisor.machines().getFirst().end(new VmExit(VmExit.Reason.FAILED, 137, "killed"));
            shown.until(Phase.FAILED);
            Window.until(() -> shown.run.model.notice().get().isPresent());

            shown.window.robot().clickOn("Try again");
            shown.until(Phase.READY);

            assertThat(shown.run.model.notice().get()).isEmpty();
            assertThat(hypervisor.machines()).hasSize(2);
            Window.run(shown.run.model::forceStop);
            shown.until(Phase.OFF);
        }
    }

    @Test
    void whileWatchedASavedDocumentRunsAnew() {
        try (Shown shown = show(Theme.LIGHT)) {
            Window.run(shown.run.model::run);
            shown.until(Phase.READY);
            Window.run(() -> ((ToggleButton) shown.window.scene().lookup(".run-watch")).fire());

            Window.run(() -> {
                unsaved.set(true);
                shown.run.session.type(RunFixture.DOCUMENT.replace("web", "www"));
            });
            assertThat(hypervisor.machines()).hasSize(1);
            Window.run(() -> unsaved.set(false));
            Window.until(() -> hypervisor.machines().size() == 2);
            shown.until(Phase.READY);

            Window.run(() -> {
                unsaved.set(true);
                unsaved.set(false);
            });
            assertThat(hypervisor.machines()).as("the same text again").hasSize(2);
            Window.run(shown.run.model::forceStop);
            shown.until(Phase.OFF);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Theme.class,
            names = {"LIGHT", "DARK", "HIGH_CONTRAST"})
    void everyNoticeCanBeRead(Theme theme) {
        try (Shown shown = show(theme)) {
            Window.run(shown.run.model::run);
            shown.until(Phase.READY);
            for (Kind kind : Kind.values()) {
                Window.run(() -> shown.run.model.show(new Notice(
                        kind,
                        "It could not be started: qemu-system-x86_64 was not found on the PATH or in the usual"
                                + " folders.",
                        "sudo apt install qemu-system-x86 (Fedora: sudo dnf install qemu-system-x86-core), or set"
                                + " LAMINA_QEMU to its folder",
                        List.of("service web: it needs more memory than its limit allows. raise resources: memory:"
                                + " limit"),
                        List.of(new Remedy("Try again", () -> {}), new Remedy("Show the console", () -> {})))));
                String name = "run-" + kind.name().toLowerCase(Locale.ROOT) + "-"
                        + theme.name().toLowerCase(Locale.ROOT).replace('_', '-');
                Pictures.save(shown.window, name);
                assertThat(Window.call(() -> Legibility.faults(shown.window.scene())))
                        .as(name)
                        .isEmpty();
            }
            Window.run(shown.run.model::forceStop);
            shown.until(Phase.OFF);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Theme.class,
            names = {"LIGHT", "DARK", "HIGH_CONTRAST"})
    void snapshotsAreKeptFromTheBar(Theme theme) {
        try (Shown shown = show(theme)) {
            assertThat(shown.window.scene().lookup(".run-snapshots").isVisible())
                    .isFalse();
            Window.run(shown.run.model::run);
            shown.until(Phase.READY);
            SnapshotsViewModel snapshots = shown.run.snapshots;
            hypervisor.machines().getFirst().snapshots().save("before-the-update");

            shown.window.robot().clickOn(control(shown, "Snapshots"));
            Window.until(() -> snapshots.kept().get().size() == 1);
            shown.window.robot().clickOn("Keep this state");
            Window.until(() ->
                    snapshots.kept().get().size() == 2 && !snapshots.busy().get());
            shown.window.robot().clickOn(control(shown, "Pause"));
            Window.until(() -> shown.run.holding.held().get());

            String name =
                    "run-snapshots-" + theme.name().toLowerCase(Locale.ROOT).replace('_', '-');
            Pictures.save(shown.window, name);
            assertThat(shown.state()).isEqualTo("Paused");
            assertThat(Window.call(() -> Legibility.faults(shown.window.scene())))
                    .as(name)
                    .isEmpty();
            shown.window.robot().clickOn(control(shown, "Go back to clean"));
            Window.until(
                    () -> hypervisor.machines().getFirst().snapshots().asked().contains("restore clean"));
            Window.run(shown.run.model::forceStop);
            shown.until(Phase.OFF);
            Window.until(() -> !shown.window.scene().lookup(".run-snapshots").isVisible());
        }
    }

    private static Node control(Shown shown, String words) {
        return Window.call(() -> shown.window.scene().getRoot().lookupAll(".button").stream()
                .filter(button -> words.equals(button.getAccessibleText()))
                .findFirst()
                .orElseThrow());
    }
}
