package dev.lamina.app.studio.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.session.Lane;
import dev.lamina.app.studio.session.Place;
import dev.lamina.app.studio.testing.Sessions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SummaryViewModelTest {
    @TempDir
    Path home;

    @Test
    void theSummaryIsMadeWhileNothingIsSelected() {
        Desk desk = Sessions.desk(home);
        DocumentSession session = Sessions.session(desk, "init: [lamina/init]\n");
        ReadOnlyObjectWrapper<List<Place>> chosen = new ReadOnlyObjectWrapper<>(List.of());
        SummaryViewModel model = new SummaryViewModel(session, desk, chosen);
        assertThat(model.summary().get().counts()).isEqualTo(Map.of(Lane.INIT, 1));
        chosen.set(List.of(new Place(Lane.INIT, 0)));
        session.type("init: [lamina/init, lamina/runtime]\n");
        assertThat(model.summary().get().counts()).isEqualTo(Map.of(Lane.INIT, 1));
        chosen.set(List.of());
        assertThat(model.summary().get().counts()).isEqualTo(Map.of(Lane.INIT, 2));
    }
}
