package dev.lamina.app.studio.tour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.files.Workbench;
import dev.lamina.app.studio.look.Theme;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.session.Gestures;
import dev.lamina.app.studio.session.Lane;
import dev.lamina.app.studio.session.Live;
import dev.lamina.app.studio.session.Offer;
import dev.lamina.app.studio.testing.GuestWords;
import dev.lamina.app.studio.testing.Legibility;
import dev.lamina.app.studio.testing.Pictures;
import dev.lamina.app.studio.testing.Sessions;
import dev.lamina.app.studio.testing.Window;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TourTest {
    @TempDir
    Path home;

    @Test
    void theTourLeadsFromAnEmptyWindowToARunningSystem() {
        Workbench workbench = new Workbench(Sessions.desk(home));
        TourViewModel tour = new TourViewModel(
                workbench, () -> workbench.create("kernel: {image: lamina/kernel}\ninit: [lamina/init]\n"));
        assertThat(tour.stop().get()).isEmpty();
        tour.begin();
        tour.next();
        tour.next();
        assertThat(tour.stop().get()).contains(Stop.ADD);
        tour.next();
        assertThat(tour.stop().get()).as("it waits for the user").contains(Stop.ADD);
        DocumentSession session = workbench.current().get().orElseThrow().session();
        session.apply(shown ->
                Gestures.add(shown, new Offer("httpd", Map.of(Lane.SERVICES, "name: httpd\nimage: lamina/httpd"))));
        assertThat(tour.done().get()).isTrue();
        tour.next();
        tour.next();
        assertThat(tour.stop().get()).contains(Stop.RUN);
        Live live = session.live();
        live.begin(Live.Phase.BUILDING);
        assertThat(tour.stop().get()).contains(Stop.BOOT);
        live.ended(Live.Phase.FAILED, "no QEMU");
        assertThat(tour.failed().get()).isTrue();
        live.begin(Live.Phase.BOOTING);
        assertThat(tour.failed().get()).isFalse();
        live.heard(List.of(GuestWords.ready(3)));
        assertThat(tour.stop().get()).contains(Stop.LOGIN);
        tour.next();
        tour.next();
        assertThat(tour.stop().get()).isEmpty();
    }

    @Test
    void aTourThatHasEndedHearsOfNothing() {
        Workbench workbench = new Workbench(Sessions.desk(home));
        TourViewModel tour = new TourViewModel(
                workbench, () -> workbench.create("kernel: {image: lamina/kernel}\ninit: [lamina/init]\n"));
        tour.begin();
        tour.next();
        DocumentSession first = session(workbench);
        first.live().begin(Live.Phase.BUILDING);
        toBoot(tour, first);
        assertThat(tour.stop().get()).as("it runs already").contains(Stop.BOOT);
        tour.end();

        workbench.create("kernel: {image: lamina/kernel}\n");
        tour.begin();
        tour.next();
        DocumentSession second = session(workbench);
        toBoot(tour, second);
        second.live().begin(Live.Phase.BUILDING);
        assertThat(tour.stop().get()).contains(Stop.BOOT);
        first.live().enter(Live.Phase.READY);
        assertThat(tour.stop().get()).as("another document").contains(Stop.BOOT);
    }

    private static DocumentSession session(Workbench workbench) {
        return workbench.current().get().orElseThrow().session();
    }

    /// From the lanes on, with a component that is added where the tour wants one.
    private static void toBoot(TourViewModel tour, DocumentSession session) {
        tour.next();
        session.apply(
                shown -> Gestures.add(shown, Offer.of("httpd", Lane.SERVICES, "name: httpd\nimage: lamina/httpd")));
        tour.next();
        tour.next();
    }

    @Test
    void itsCardCanBeReadInEveryTheme() {
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK, Theme.HIGH_CONTRAST)) {
            TourViewModel tour = new TourViewModel(new Workbench(Sessions.desk(home)), () -> {});
            try (Window window = Window.show(() -> new StackPane(new TourView(tour).node()), 500, 300, theme)) {
                Window.run(tour::begin);
                assertThat(Window.call(() -> Legibility.faults(window.scene()))).isEmpty();
                assertThat(Pictures.save(window, "tour-" + theme.name().toLowerCase(java.util.Locale.ROOT)))
                        .exists();
                window.robot().clickOn("End the tour");
                assertThat(Window.call(() -> tour.stop().get())).isEqualTo(Optional.empty());
            }
        }
    }
}
