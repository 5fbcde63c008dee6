package dev.lamina.app.studio.shell;

import dev.lamina.app.operation.ReviewComposition.Reviewed;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.problems.ExposureMeter;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.model.exposure.Score;
import dev.lamina.model.exposure.SystemScore.ComponentScore;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/// How exposed the selected component is: a meter, and words that lead to the reasons.
final class ComponentExposure {
    private static final Texts TEXTS = Texts.of(ComponentExposure.class);

    private final DocumentSession session;
    private final ExposureMeter meter = new ExposureMeter();
    private final Hyperlink words = new Hyperlink();
    private final Tooltip help = new Tooltip();
    private final HBox row = new HBox(6, meter, words);

    /// @param open shows the reasons
    ComponentExposure(DocumentSession session, Runnable open) {
        this.session = session;
        words.setOnAction(event -> open.run());
        words.setWrapText(true);
        words.setTooltip(help);
        row.setAlignment(Pos.CENTER_LEFT);
        row.managedProperty().bind(row.visibleProperty());
        session.selection().single().subscribe(place -> show());
        session.reviewed().subscribe(reviewed -> show());
    }

    Node node() {
        return row;
    }

    private void show() {
        Optional<Score> score = session.selection()
                .single()
                .get()
                .flatMap(place -> session.reviewed()
                        .get()
                        .map(Reviewed::exposure)
                        .flatMap(system -> system.components().stream()
                                .filter(component -> component.path().equals(place.path()))
                                .map(ComponentScore::score)
                                .findFirst()));
        row.setVisible(score.isPresent());
        score.ifPresent(found -> {
            meter.show(found);
            words.setText(ExposureMeter.words(found));
            words.setAccessibleText(TEXTS.get("exposure.component", ExposureMeter.words(found)));
            help.setText(words.getAccessibleText());
        });
    }
}
