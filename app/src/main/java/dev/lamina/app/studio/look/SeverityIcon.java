package dev.lamina.app.studio.look;

import dev.lamina.model.check.Severity;
import javafx.scene.layout.StackPane;

/// The icons of severities, each with its own form and a colour: the same in all views.
public final class SeverityIcon {
    private SeverityIcon() {}

    public static StackPane of(Severity severity, double size) {
        StackPane icon = Icons.of("severity-" + severity.text(), size);
        icon.getStyleClass().add(tone(severity));
        return icon;
    }

    /// How it is coloured: the style class `danger`, `warning`, `accent` or `muted`.
    public static String tone(Severity severity) {
        return switch (severity) {
            case ERROR, CRITICAL -> "danger";
            case HIGH, MEDIUM, WARNING -> "warning";
            case LOW -> "accent";
            case INFO -> "muted";
        };
    }
}
