package dev.lamina.app.studio.boottest;

import dev.lamina.app.studio.action.Action;
import dev.lamina.app.studio.action.Action.Place;
import dev.lamina.app.studio.action.ActionBuilder;
import dev.lamina.app.studio.base.Texts;
import java.util.List;

/// What can be done with the boot test of a document.
final class TestActions {
    private static final Texts TEXTS = Texts.of(TestActions.class);

    private TestActions() {}

    static List<Action> of(TestViewModel model) {
        return List.of(
                ActionBuilder.of("boottest.run", Place.BUILD, TEXTS)
                        .icon("check")
                        .key("Shortcut+Alt+T")
                        .blocked(model.phase().map(phase -> phase.busy() ? TEXTS.get("blocked.busy") : ""))
                        .does(model::test),
                ActionBuilder.of("boottest.cancel", Place.NONE, TEXTS)
                        .icon("stop")
                        .blocked(model.phase().map(phase -> phase.busy() ? "" : TEXTS.get("blocked.idle")))
                        .does(model::cancel));
    }
}
