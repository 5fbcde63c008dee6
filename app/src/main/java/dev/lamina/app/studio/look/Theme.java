package dev.lamina.app.studio.look;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;

/// How the window looks.
public enum Theme {
    /// Light or dark as the desktop is.
    SYSTEM,
    LIGHT,
    DARK,
    HIGH_CONTRAST;

    /// Dresses the whole application, and gives the scene the sheets of all features.
    public void dress(Scene scene) {
        dressControls();
        List<String> sheets = new ArrayList<>(ours());
        if (this == HIGH_CONTRAST) {
            sheets.add(sheet("high-contrast.css"));
        }
        scene.getStylesheets().setAll(sheets);
    }

    /// Gives all controls their sheet. Before the first control is made, or JavaFX reads the one of its own
    /// as well.
    public void dressControls() {
        Application.setUserAgentStylesheet(
                dark() ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
    }

    private boolean dark() {
        return switch (this) {
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
            case LIGHT -> false;
            case DARK, HIGH_CONTRAST -> true;
        };
    }

    /// The sheets of all features in their order, as JavaFX reads them soonest: one, which the build makes
    /// of them, or else as they were written. Their colours are AtlantaFX's `-color-*`.
    private static List<String> ours() {
        if (Theme.class.getResource("studio.bss") != null) {
            return List.of(sheet("studio.bss"));
        }
        try (InputStream in = Objects.requireNonNull(Theme.class.getResourceAsStream("sheets.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(name -> sheet(name + ".css"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sheet(String file) {
        return Objects.requireNonNull(Theme.class.getResource(file), file).toExternalForm();
    }
}
