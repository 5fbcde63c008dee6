package dev.lamina.app.studio.problems;

import dev.lamina.app.studio.look.Icons;
import dev.lamina.model.check.Severity;
import javafx.scene.layout.StackPane;

/// The icons of severities, each with its own form and a colour.
final class SeverityIcon {
    private SeverityIcon() {}

    static StackPane of(Severity severity, double size) {
        StackPane icon = Icons.of("severity-" + severity.text(), size);
        icon.getStyleClass().add(colour(severity));
        return icon;
    }

    /// A style class.
    static String colour(Severity severity) {
        return switch (severity) {
            case ERROR, CRITICAL -> "danger";
            case HIGH, MEDIUM, WARNING -> "warning";
            case LOW -> "accent";
            case INFO -> "muted";
        };
    }
}
