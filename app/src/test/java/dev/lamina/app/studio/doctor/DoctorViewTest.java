package dev.lamina.app.studio.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.doctor.Computers;
import dev.lamina.app.doctor.PlayedComputer;
import dev.lamina.app.studio.look.Theme;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.testing.Legibility;
import dev.lamina.app.studio.testing.Pictures;
import dev.lamina.app.studio.testing.Sessions;
import dev.lamina.app.studio.testing.Window;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@SuppressWarnings("NullAway.Init")
final class DoctorViewTest {
    @TempDir
    Path home;

    private Desk desk;
    private DoctorView view;

    private Window show(PlayedComputer computer, Theme theme) {
        desk = Sessions.desk(home);
        Window window = Window.show(
                () -> {
                    view = new DoctorView(desk, computer::doctor);
                    return new StackPane(new Button("Behind"), view.node());
                },
                1100,
                800,
                theme);
        Window.run(view::open);
        return window;
    }

    private PlayedComputer computer(String name) {
        return Objects.requireNonNull(Computers.all().get(name)).apply(home.resolve(name));
    }

    private static Button button(Window window, String text) {
        return window.robot()
                .lookup((Button button) -> text.equals(button.getText()))
                .queryButton();
    }

    @ParameterizedTest
    @EnumSource(
            value = Theme.class,
            names = {"LIGHT", "DARK", "HIGH_CONTRAST"})
    void itIsReadInEveryTheme(Theme theme) {
        try (Window window = show(computer("linux-no-qemu"), theme)) {
            assertThat(Window.call(() -> Legibility.faults(window.scene()))).isEmpty();
            assertThat(Pictures.save(window, "doctor-" + theme.name().toLowerCase(Locale.ROOT)))
                    .exists();
        }
    }

    @Test
    void largeLettersAreReadAsWell() {
        try (Window window = show(computer("linux-kvm-refuses"), Theme.LIGHT)) {
            Window.run(() -> window.scene().getRoot().setStyle("-fx-font-size: 26px;"));
            assertThat(Window.call(() -> Legibility.faults(window.scene()))).isEmpty();
            assertThat(Pictures.save(window, "doctor-large")).exists();
        }
    }

    @Test
    void aCommandIsCopied() {
        try (Window window = show(computer("linux-no-qemu"), Theme.LIGHT)) {
            window.robot().clickOn(button(window, "Copy"));
            assertThat(desk.clipboard().get()).contains("sudo apt install qemu-system-x86");
        }
    }

    @Test
    void whatIsWellCanBeLeftOut() {
        try (Window window = show(computer("linux-kvm-refuses"), Theme.LIGHT)) {
            int all = window.robot().lookup(".doctor-row").queryAll().size();
            ToggleButton only = window.robot().lookup(".toggle-button").query();
            assertThat(only.getText()).isEqualTo("Only what is not well (2)");
            window.robot().clickOn(only);
            assertThat(window.robot().lookup(".doctor-row").queryAll()).hasSize(2);
            window.robot().clickOn(only);
            assertThat(window.robot().lookup(".doctor-row").queryAll()).hasSize(all);
        }
    }

    @Test
    void whereAllIsWellThereIsNothingLeft() {
        try (Window window = show(computer("linux-kvm"), Theme.LIGHT)) {
            Window.run(() -> view.model().troubleOnly().set(true));
            assertThat(window.robot()
                            .lookup(".doctor-list .label")
                            .queryLabeled()
                            .getText())
                    .isEqualTo("Everything that was looked at is well.");
            assertThat(Pictures.save(window, "doctor-well")).exists();
        }
    }

    @Test
    void escapeClosesItAndSoDoesAPressBesideIt() {
        try (Window window = show(computer("linux-kvm"), Theme.LIGHT)) {
            window.robot().clickOn(".doctor-verdict-text");
            assertThat(view.node().isVisible()).isTrue();
            window.robot().type(KeyCode.ESCAPE);
            assertThat(view.node().isVisible()).isFalse();
            Window.run(view::open);
            window.robot().clickOn(8, 8);
            assertThat(view.node().isVisible()).isFalse();
        }
    }
}
