package dev.lamina.app.studio.look;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
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

    /// The sheets of all features, in the order in which they are added. Their colours are AtlantaFX's `-color-*`.
    private static final List<String> SHEETS = List.of(
            "look",
            "shell",
            "canvas",
            "palette",
            "build",
            "inspector",
            "editor",
            "problems",
            "history",
            "relations",
            "quickadd",
            "drop",
            "console",
            "live",
            "tour",
            "explain",
            "machine",
            "boottest",
            "lessons",
            "doctor",
            "run");

    /// Dresses the whole application, and gives the scene the sheets of all features.
    public void dress(Scene scene) {
        Application.setUserAgentStylesheet(
                dark() ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        scene.getStylesheets().clear();
        SHEETS.forEach(name -> scene.getStylesheets().add(sheet(name)));
        if (this == HIGH_CONTRAST) {
            scene.getStylesheets().add(sheet("high-contrast"));
        }
    }

    private boolean dark() {
        return switch (this) {
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
            case LIGHT -> false;
            case DARK, HIGH_CONTRAST -> true;
        };
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(Theme.class.getResource(name + ".css"), name)
                .toExternalForm();
    }
}
