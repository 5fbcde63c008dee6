package dev.lamina.app.studio.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.base.BrowseEvent;
import dev.lamina.app.studio.look.Theme;
import dev.lamina.app.studio.testing.Pictures;
import dev.lamina.app.studio.testing.Sessions;
import dev.lamina.app.studio.testing.Window;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MainViewTest {
    @TempDir
    Path home;

    @Test
    void aFileOpensInATab() throws Exception {
        Path file = Files.writeString(home.resolve("web.yml"), "kernel:\n  image: lamina/kernel\n");
        try (WholeWindow window = new WholeWindow(Sessions.operations(home), home, Theme.LIGHT)) {
            Window.run(() -> window.workbench().open(file));
            Window.until(() -> window.workbench().current().get().isPresent());
            assertThat(window.document().title().get()).isEqualTo("web.yml");
            Window.until(() -> window.window().scene().getRoot().lookup(".tab") != null);
            Pictures.save(window.window(), "main");
        }
    }

    @Test
    void nothingIsShownInsteadOfAFileThatIsOnItsWay() throws Exception {
        Path file = Files.writeString(home.resolve("web.yml"), "kernel:\n  image: lamina/kernel\n");
        try (WholeWindow window = new WholeWindow(Sessions.operations(home), home, Theme.LIGHT)) {
            assertThat(startPage(window)).isTrue();
            Window.run(() -> {
                window.workbench().arrivals().hold();
                window.workbench().open(file);
            });
            assertThat(startPage(window)).isFalse();
            Window.run(() -> window.workbench().arrivals().release());
            Window.until(() -> window.workbench().current().get().isPresent());
            assertThat(startPage(window)).isFalse();
        }
    }

    @Test
    void theStartPageComesBackWhenAFileCannotBeRead() {
        try (WholeWindow window = new WholeWindow(Sessions.operations(home), home, Theme.LIGHT)) {
            Window.run(() -> window.workbench().open(home.resolve("absent.yml")));
            Window.until(() -> !window.workbench().message().get().isEmpty());
            assertThat(startPage(window)).isTrue();
        }
    }

    @Test
    void whatBecameOfALinkIsSaidAlsoWithoutADocument() {
        try (WholeWindow window = new WholeWindow(Sessions.operations(home), home, Theme.LIGHT)) {
            Window.run(() -> window.window()
                    .scene()
                    .getRoot()
                    .fireEvent(new BrowseEvent(BrowseEvent.COPY, "https://example.org/")));

            assertThat(window.labels(".message-bar .label")).containsExactly("Copied https://example.org/");
            assertThat(window.clipboard()).contains("https://example.org/");
        }
    }

    private static boolean startPage(WholeWindow window) {
        return Window.call(() -> window.window().scene().getRoot().lookup(".start-page") != null);
    }
}
