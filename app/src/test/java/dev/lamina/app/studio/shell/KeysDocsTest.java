package dev.lamina.app.studio.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.look.Theme;
import dev.lamina.app.studio.testing.Pictures;
import dev.lamina.app.studio.testing.Sessions;
import dev.lamina.app.studio.testing.Window;
import dev.lamina.model.conformance.Conformance;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The table of keys in `docs/composer.md` is what F1 shows. To write it anew: -Dlamina.record=true.
@DisabledOnOs(value = OS.MAC, disabledReason = "keys have other names there")
final class KeysDocsTest {
    private static final String BEGIN = "<!-- keys -->\n";
    private static final String END = "<!-- /keys -->\n";

    @TempDir
    Path home = Path.of("");

    @Test
    void theTableOfKeysIsWhatTheWindowShows() throws Exception {
        Path page = Conformance.checkout().resolve("docs/composer.md");
        String text = Files.readString(page);
        int begin = text.indexOf(BEGIN) + BEGIN.length();
        int end = text.indexOf(END);
        String expected = text.substring(0, begin) + table() + text.substring(end);
        if (Boolean.getBoolean("lamina.record")) {
            Files.writeString(page, expected);
        }

        assertThat(page).hasContent(expected);
    }

    private String table() throws Exception {
        try (WholeWindow whole = new WholeWindow(Sessions.operations(home), home, Theme.LIGHT)) {
            Window window = whole.window();
            Window.run(() -> whole.workbench().create(""));
            Window.until(() -> whole.workbench().current().get().isPresent());
            window.robot().type(KeyCode.F1);
            Window.until(() -> window.scene().getRoot().lookup(".key") != null);
            Pictures.save(window, "keys");
            return Window.call(
                    () -> rows(window.scene().getRoot().lookup(".key").getParent()));
        }
    }

    private static String rows(Parent grid) {
        StringBuilder rows = new StringBuilder();
        String label = "";
        for (Node cell : grid.getChildrenUnmodifiable()) {
            String words = ((Label) cell).getText();
            if (cell.getStyleClass().contains("keys-heading")) {
                rows.append("\n| " + words + " | |\n|---|---|\n");
            } else if (cell.getStyleClass().contains("key")) {
                rows.append("| " + label + " | " + words + " |\n");
            } else {
                label = words;
            }
        }
        return rows.append("\n").toString();
    }
}
