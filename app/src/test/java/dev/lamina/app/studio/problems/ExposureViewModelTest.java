package dev.lamina.app.studio.problems;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.problems.ExposureReasons.Reason;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.session.Lane;
import dev.lamina.app.studio.session.Place;
import dev.lamina.app.studio.testing.Sessions;
import dev.lamina.model.exposure.SystemScore.ComponentScore;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExposureViewModelTest {
    @TempDir
    Path home = Path.of("");

    private DocumentSession session;
    private ExposureViewModel exposure;

    @BeforeEach
    void open() {
        session = Sessions.session(Sessions.desk(home), Samples.SHOP);
        exposure = new ExposureViewModel(session);
    }

    @Test
    void theMostExposedIsFirstAndSelected() {
        assertThat(exposure.components())
                .map(ComponentScore::name)
                .containsExactly("node-exporter", "database", "shell", "web", "dhcp");
        assertThat(exposure.selected().get()).contains(exposure.components().getFirst());
        assertThat(ExposureReasons.headline(exposure.components().getFirst()))
                .isEqualTo("service node-exporter: 10.0 of 10, owns the machine");
    }

    @Test
    void whatIsSelectedElsewhereIsShownHere() {
        session.selection().only(new Place(Lane.SERVICES, 1));
        assertThat(exposure.selected().get().orElseThrow().name()).isEqualTo("web");
        session.type(Samples.SHOP.replace("image: nginx:1.27", "image: nginx:1.27\n    readonly: true"));
        assertThat(exposure.selected().get().orElseThrow().name()).isEqualTo("web");
    }

    @Test
    void reasonsSayWhatLowersThem() {
        assertThat(ExposureReasons.of(exposure.components().getFirst()))
                .contains(new Reason(
                        "+2.0",
                        "Holds CAP_SYS_ADMIN",
                        "Mounts file systems, enters namespaces, changes settings of the kernel: the manual calls it the"
                                + " new root",
                        Optional.of("drop CAP_SYS_ADMIN from its capabilities.")));
        assertThat(ExposureReasons.of(exposure.components().getLast()))
                .anyMatch(reason ->
                        reason.points().startsWith("−") && reason.lower().isEmpty());
    }

    @Test
    void everyWeightButThatOfTimeHasAWayToLowerIt() {
        assertThat(exposure.components())
                .flatMap(ExposureReasons::of)
                .filteredOn(reason -> reason.lower().isEmpty())
                .map(Reason::what)
                .containsOnly("Runs once");
    }

    @Test
    void aReasonLeadsToItsValue() {
        ComponentScore exporter = exposure.components().getFirst();
        exposure.jump(exporter, exporter.score().parts().getFirst());
        assertThat(session.selection().revealed().get()).contains("services[0].binds[1]");
    }
}
