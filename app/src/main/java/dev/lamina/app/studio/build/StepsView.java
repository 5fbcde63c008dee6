package dev.lamina.app.studio.build;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.look.Blank;
import javafx.scene.Node;
import javafx.scene.control.ListView;

/// The steps of the build: what there is to do, what is being done, what it took.
final class StepsView {
    private final ListView<StepRow> list;

    StepsView(BuildViewModel model) {
        Texts texts = Texts.of(StepsView.class);
        list = new ListView<>(model.steps());
        list.setCellFactory(any -> new StepCell());
        list.getStyleClass().addAll("build-list", "dense");
        list.setAccessibleText(texts.get("tab.steps"));
        list.setPlaceholder(Blank.of("build", texts.get("steps.none.title"), texts.get("steps.none.words")));
    }

    Node node() {
        return list;
    }
}
