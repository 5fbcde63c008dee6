package dev.lamina.app.studio.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.base.BrowseEvent;
import dev.lamina.app.studio.files.OpenDocument;
import dev.lamina.app.studio.files.Workbench;
import dev.lamina.app.studio.look.Theme;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.testing.Legibility;
import dev.lamina.app.studio.testing.Pictures;
import dev.lamina.app.studio.testing.Sessions;
import dev.lamina.app.studio.testing.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class MachineViewTest {
    private static final String SIDE = """
        run:
          memory: 256M
          disks: [{file: data.qcow2, size: 1G}]
          publish: ["8080:80"]
          private: [lab]
          tpm: true
        """;

    @TempDir
    Path home;

    private final List<String> opened = new ArrayList<>();
    private Optional<MachineViewModel> shown = Optional.empty();

    private Window show(Theme theme) throws IOException {
        Path file = Files.writeString(home.resolve("web.yml"), """
            kernel: {image: lamina/kernel}
            services:
              - {name: web, image: "nginx:1.27"}
              - {name: cache, image: "redis:7"}
            """);
        Files.writeString(home.resolve("web.lamina.yml"), SIDE);
        Desk desk = Sessions.desk(home);
        return Window.show(
                () -> {
                    Workbench workbench = new Workbench(desk);
                    workbench.open(file);
                    OpenDocument document = workbench.current().get().orElseThrow();
                    MachineViewModel model = new MachineViewModel(document, desk, home);
                    shown = Optional.of(model);
                    StackPane root = new StackPane(new MachineView(model).node());
                    root.addEventHandler(BrowseEvent.OPEN, event -> opened.add(event.address()));
                    return root;
                },
                900,
                860,
                theme);
    }

    @ParameterizedTest
    @EnumSource(
            value = Theme.class,
            names = {"LIGHT", "DARK", "HIGH_CONTRAST"})
    void theFormIsDrawnInEveryTheme(Theme theme) throws IOException {
        try (Window window = show(theme)) {
            assertThat(Window.call(() -> Legibility.faults(window.scene()))).isEmpty();
            assertThat(Pictures.save(window, "machine-" + theme.name().toLowerCase(Locale.ROOT)))
                    .exists();
        }
    }

    @Test
    void aPortIsChangedByTypingAndItsAddressOpens() throws IOException {
        try (Window window = show(Theme.LIGHT)) {
            TextField here = window.robot()
                    .lookup((TextField field) -> field.getText().equals("8080"))
                    .query();
            window.robot().doubleClickOn(here).write("9090").type(KeyCode.ENTER);
            assertThat(Files.readString(home.resolve("web.lamina.yml"))).isEqualTo(SIDE.replace("8080:80", "9090:80"));
            Hyperlink link = window.robot()
                    .lookup((Hyperlink each) -> each.getText().equals("http://127.0.0.1:9090/"))
                    .query();
            window.robot().clickOn(link);
            assertThat(opened).containsExactly("http://127.0.0.1:9090/");
        }
    }

    @Test
    void whatIsNoPortIsSaidAndNotKept() throws IOException {
        try (Window window = show(Theme.LIGHT)) {
            TextField here = window.robot()
                    .lookup((TextField field) -> field.getText().equals("8080"))
                    .query();
            window.robot().doubleClickOn(here).write("99999").type(KeyCode.ENTER);
            assertThat(Files.readString(home.resolve("web.lamina.yml"))).isEqualTo(SIDE);
            assertThat(window.robot()
                            .lookup((javafx.scene.control.Label label) ->
                                    label.getText().contains("99999 is not a port number"))
                            .queryAll())
                    .hasSize(1);
        }
    }

    @Test
    void whatSomebodyIsTypingStaysWhileTheFileChangesElsewhere() throws IOException {
        try (Window window = show(Theme.LIGHT)) {
            window.robot().clickOn("Add a port").write("none");
            Files.writeString(home.resolve("web.lamina.yml"), SIDE.replace("256M", "512M"));
            Window.run(() -> shown.orElseThrow().reload());
            assertThat(field(window, "512M").isVisible()).isTrue();
            assertThat(field(window, "none").isFocused()).isTrue();
        }
    }

    private static TextField field(Window window, String text) {
        return window.robot()
                .lookup((TextField field) -> field.getText().equals(text))
                .query();
    }

    @Test
    void aPrivateNetworkIsNamedAndPartsAreTicked() throws IOException {
        try (Window window = show(Theme.LIGHT)) {
            window.robot().doubleClickOn(field(window, "lab")).write("back").type(KeyCode.ENTER);
            window.robot().clickOn("USB controller");
            window.robot().clickOn("TPM 2.0");

            assertThat(Files.readString(home.resolve("web.lamina.yml")))
                    .isEqualTo(SIDE.replace("[lab]", "[back]").replace("tpm: true", "usb: true"));
            window.robot().doubleClickOn(field(window, "back")).write("no name").type(KeyCode.ENTER);
            assertThat(window.robot()
                            .lookup((Label label) -> label.getText().startsWith("'no name' cannot name"))
                            .tryQuery())
                    .isPresent();
            assertThat(Files.readString(home.resolve("web.lamina.yml"))).contains("[back]");
        }
    }
}
