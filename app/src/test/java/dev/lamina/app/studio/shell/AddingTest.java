package dev.lamina.app.studio.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lamina.app.operation.WindowSettings;
import dev.lamina.app.studio.files.OpenDocument;
import dev.lamina.app.studio.files.Workbench;
import dev.lamina.app.studio.look.Theme;
import dev.lamina.app.studio.quickadd.Entry;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.Lane;
import dev.lamina.app.studio.session.Offer;
import dev.lamina.app.studio.session.Place;
import dev.lamina.app.studio.testing.Sessions;
import dev.lamina.app.studio.testing.Window;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Adding to the document in front, by keys and by the mouse.
final class AddingTest {
    private static final String WEB =
            "kernel:\n  image: lamina/kernel\nservices:\n  - name: web\n    image: lamina/httpd\n";

    @TempDir
    Path home;

    private final List<Offer> used = new ArrayList<>();

    private static Entry dhcp() {
        Map<Lane, String> yaml = new LinkedHashMap<>();
        yaml.put(Lane.ONBOOT, "name: dhcp\nimage: lamina/dhcp");
        yaml.put(Lane.SERVICES, "name: dhcp\nimage: lamina/dhcp");
        return Entry.of("component-dhcp", "Asks for an address", new Offer("dhcp", yaml));
    }

    private DocumentView view(Desk desk, OpenDocument document) {
        WindowSettings settings = new WindowSettings(home.resolve("window.properties"));
        Preferences preferences = new Preferences(settings, desk.background());
        return new DocumentView(
                document,
                new DocumentParts(document.session(), desk),
                new Setting(
                        desk,
                        new Workbench(desk),
                        preferences,
                        (query, lane) -> List.of(dhcp()),
                        used::add,
                        (opened, side) -> {},
                        () -> {}));
    }

    @Test
    void slashAddsWhereAComponentUsuallyBelongs() {
        Desk desk = Sessions.desk(home);
        Workbench workbench = new Workbench(desk);
        workbench.create(WEB);
        OpenDocument document = workbench.current().get().orElseThrow();
        DocumentView view = Window.call(() -> view(desk, document));
        try (Window window = Window.show(() -> (Parent) view.node(), 1300, 800, Theme.LIGHT)) {
            Window.run(() -> {
                document.session().selection().only(new Place(Lane.SERVICES, 0));
                view.node().lookup(".canvas-card").requestFocus();
            });
            window.robot().type(KeyCode.SLASH);
            Window.until(() -> window.scene().getFocusOwner() instanceof TextField);
            window.robot().write("dhcp").type(KeyCode.ENTER);
            assertThat(document.session().composition().onboot())
                    .extracting(each -> each.name())
                    .containsExactly("dhcp");
            assertThat(used).containsExactly(dhcp().offer());
        }
    }

    @Test
    void aDoubleClickAsksAtThePointer() {
        Desk desk = Sessions.desk(home);
        Workbench workbench = new Workbench(desk);
        workbench.create(WEB);
        DocumentView view =
                Window.call(() -> view(desk, workbench.current().get().orElseThrow()));
        try (Window window = Window.show(() -> (Parent) view.node(), 2400, 800, Theme.LIGHT)) {
            Point2D point = Window.call(() -> IntStream.range(0, 560)
                    .mapToObj(y -> new Point2D(400, y))
                    .filter(at -> view.placeAt(at)
                            .filter(place -> place.lane() == Lane.SERVICES)
                            .isPresent())
                    .skip(60)
                    .findFirst()
                    .orElseThrow());
            window.robot().doubleClickOn(point);
            Window.until(() -> window.scene().getFocusOwner() instanceof TextField);
            Node box = window.scene().getRoot().lookup(".quick-add");
            Bounds asked = Window.call(() -> box.localToScene(box.getLayoutBounds()));
            assertThat(asked.getMinX()).isCloseTo(point.getX(), within(1.0));
        }
    }

    @Test
    void whatIsLetGoOverALaneComesThere() {
        Desk desk = Sessions.desk(home);
        Workbench workbench = new Workbench(desk);
        workbench.create(WEB);
        DocumentView view =
                Window.call(() -> view(desk, workbench.current().get().orElseThrow()));
        try (Window window = Window.show(() -> (Parent) view.node(), 1300, 800, Theme.LIGHT)) {
            Set<Lane> lanes = EnumSet.noneOf(Lane.class);
            for (int y = 0; y < 560; y += 10) {
                Point2D at = new Point2D(120, y);
                Window.call(() -> view.placeAt(at)).map(Place::lane).ifPresent(lanes::add);
            }
            assertThat(lanes).contains(Lane.KERNEL, Lane.ONBOOT, Lane.SERVICES);
            Optional<Place> beside = Window.call(() -> view.placeAt(new Point2D(900, 300)));
            assertThat(beside).isEmpty();
            assertThat(window.scene().getRoot()).isNotNull();
        }
    }
}
