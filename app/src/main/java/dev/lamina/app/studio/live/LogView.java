package dev.lamina.app.studio.live;

import static dev.lamina.app.studio.live.LiveWords.TEXTS;

import dev.lamina.app.studio.look.Labels;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.layout.BorderPane;

/// What a container wrote; the newest lines in sight, unless the user has gone up.
final class LogView {
    private final TextArea area = new TextArea();
    private final BorderPane root = new BorderPane(area);

    LogView(LogViewModel model) {
        area.setEditable(false);
        area.getStyleClass().add("live-text");
        area.setAccessibleText(TEXTS.get("tab.log"));
        model.text().subscribe(this::show);
        root.setTop(Labels.message(model.message(), "live-message"));
    }

    private void show(String text) {
        boolean atEnd = area.getCaretPosition() >= area.getLength();
        double top = area.getScrollTop();
        area.setText(text);
        if (atEnd) {
            area.positionCaret(text.length());
            area.setScrollTop(Double.MAX_VALUE);
        } else {
            area.setScrollTop(top);
        }
    }

    Node node() {
        return root;
    }
}
