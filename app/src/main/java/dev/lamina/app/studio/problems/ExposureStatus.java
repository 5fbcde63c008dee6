package dev.lamina.app.studio.problems;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.model.exposure.Score;
import dev.lamina.model.exposure.SystemScore.ComponentScore;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/// How exposed a document's system is, for the status bar: a meter, the score, and the component that makes it. A click
/// shows the reasons.
public final class ExposureStatus {
    private static final Texts TEXTS = Texts.of(ExposureStatus.class);

    private final ReviewedText reviewed;
    private final ExposureMeter meter = new ExposureMeter();
    private final Label words = new Label();
    private final Button button = new Button();
    private final Tooltip help = new Tooltip();

    /// @param open shows the reasons
    public ExposureStatus(DocumentSession session, Runnable open) {
        this.reviewed = new ReviewedText(session);
        HBox content = new HBox(meter, words);
        content.setAlignment(Pos.CENTER_LEFT);
        content.getStyleClass().add("exposure-status-content");
        button.setGraphic(content);
        button.getStyleClass().addAll("flat", "exposure-status");
        button.setOnAction(event -> open.run());
        help.setWrapText(true);
        help.setMaxWidth(420);
        button.setTooltip(help);
        session.reviewed().subscribe(now -> show());
    }

    public Node node() {
        return button;
    }

    private void show() {
        reviewed.take();
        Optional<ComponentScore> most =
                reviewed.readable().flatMap(now -> now.exposure().dominating());
        button.setVisible(most.isPresent());
        button.setManaged(most.isPresent());
        most.ifPresent(component -> {
            Score score = component.score();
            meter.show(score);
            words.setText(
                    TEXTS.get("exposure.system", score.text(), score.level().text()));
            String sentence = TEXTS.get(
                    "exposure.system.help",
                    component.words(),
                    score.text(),
                    score.level().text());
            help.setText(sentence);
            button.setAccessibleText(sentence);
        });
    }
}
