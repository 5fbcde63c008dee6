package dev.lamina.app.studio.doctor;

import dev.lamina.app.doctor.Diagnosis;
import dev.lamina.app.doctor.Outcome;
import dev.lamina.app.studio.look.Icons;
import dev.lamina.app.studio.look.Labels;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The verdict in one sentence, or what is being done.
final class VerdictBar {
    private final DoctorViewModel model;
    private final HBox bar = new HBox(10);
    private final Label words = Labels.wrapped("", "doctor-verdict-text");

    VerdictBar(DoctorViewModel model) {
        this.model = model;
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.setMinHeight(Region.USE_PREF_SIZE);
        bar.setAccessibleRole(AccessibleRole.TEXT);
        bar.accessibleTextProperty().bind(words.textProperty());
        model.working().subscribe(this::show);
        model.message().subscribe(this::show);
        model.diagnosis().subscribe(this::show);
        show();
    }

    Node node() {
        return bar;
    }

    private void show() {
        String working = model.working().get();
        String problem = model.message().get();
        Optional<Diagnosis> found = model.diagnosis().get();
        if (!working.isEmpty()) {
            ProgressIndicator turning = new ProgressIndicator();
            turning.getStyleClass().add("doctor-turning");
            fill(turning, working, "doctor-working");
        } else if (!problem.isEmpty()) {
            fill(Icons.of("severity-error", 20), problem, "doctor-bad");
        } else {
            found.ifPresent(this::tell);
        }
    }

    private void tell(Diagnosis found) {
        boolean limited = found.checks().stream()
                .anyMatch(check -> check.id().equals("acceleration") && check.outcome() != Outcome.OK);
        if (!found.works()) {
            fill(Icons.of("severity-error", 20), found.verdict(), "doctor-bad");
        } else if (limited) {
            fill(Icons.of("info", 20), found.verdict(), "doctor-so-so");
        } else {
            fill(Icons.of("check", 20), found.verdict(), "doctor-good");
        }
    }

    private void fill(Node sign, String text, String style) {
        bar.getStyleClass().setAll("doctor-verdict", style);
        words.setText(text);
        bar.getChildren().setAll(sign, words);
    }
}
