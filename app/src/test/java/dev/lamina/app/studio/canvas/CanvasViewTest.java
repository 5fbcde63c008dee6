package dev.lamina.app.studio.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lamina.app.studio.session.Dragging.Load;
import dev.lamina.app.studio.session.Gestures;
import dev.lamina.app.studio.session.Lane;
import dev.lamina.app.studio.session.Live;
import dev.lamina.app.studio.session.Offer;
import dev.lamina.app.studio.session.Place;
import dev.lamina.app.studio.testing.GuestWords;
import dev.lamina.app.studio.testing.Pictures;
import dev.lamina.app.studio.testing.Window;
import dev.lamina.model.Container;
import dev.lamina.model.edit.Change;
import dev.lamina.model.edit.Edit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

final class CanvasViewTest {
    private static final Place GETTY = new Place(Lane.SERVICES, 0);
    private static final Place HTTPD = new Place(Lane.SERVICES, 1);
    private static final Place CACHE = new Place(Lane.SERVICES, 2);
    private static final Place AGENT = new Place(Lane.SERVICES, 3);

    @TempDir
    Path home;

    private CanvasScene scene;
    private FxRobot robot;

    @BeforeEach
    void open() {
        scene = CanvasScene.show(home, CanvasScene.WEB);
        robot = scene.window().robot();
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private List<Place> selected() {
        return Window.call(() -> List.copyOf(scene.session().selection().places()));
    }

    private List<String> services() {
        return scene.session().composition().services().stream()
                .map(Container::name)
                .toList();
    }

    private Optional<Place> focused() {
        return Window.call(() -> scene.window().scene().getFocusOwner() instanceof CardView view
                ? Optional.of(view.card().place())
                : Optional.empty());
    }

    private void click(Place place) {
        robot.clickOn(scene.middle(place));
    }

    @Test
    void clicksSelectOneOrSeveral() {
        click(GETTY);
        assertThat(selected()).containsExactly(GETTY);
        scene.click(AGENT, false, true);
        assertThat(selected()).containsExactly(GETTY, AGENT);
        scene.click(CACHE, true, false);
        assertThat(selected()).containsExactly(CACHE, AGENT);
        robot.type(KeyCode.ESCAPE);
        assertThat(selected()).isEmpty();
        robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
        assertThat(selected()).hasSize(14);
    }

    @Test
    void aRubberBandSelectsWhatItTouches() {
        Point2D from = scene.at(GETTY, 0.5).subtract(0, 40);
        robot.drag(from).dropTo(scene.at(CACHE, 0.2));
        assertThat(selected()).containsExactly(GETTY, HTTPD, CACHE);
    }

    @Test
    void arrowsMoveTheFocusAndSpaceSelects() {
        click(GETTY);
        robot.type(KeyCode.RIGHT).type(KeyCode.DOWN);
        assertThat(focused()).contains(new Place(Lane.FILES, 1));
        assertThat(selected()).containsExactly(GETTY);
        robot.type(KeyCode.SPACE);
        assertThat(selected()).containsExactly(GETTY, new Place(Lane.FILES, 1));
        robot.type(KeyCode.UP).type(KeyCode.ENTER);
        assertThat(selected()).containsExactly(HTTPD);
        robot.press(KeyCode.SHIFT).type(KeyCode.RIGHT).type(KeyCode.END).release(KeyCode.SHIFT);
        assertThat(selected()).containsExactly(HTTPD, CACHE, AGENT);
    }

    @Test
    void theTabKeyGoesThroughTheLanesInBootOrder() {
        Window.run(() -> scene.window().scene().lookup(".lane-head").requestFocus());
        List<String> stops = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            stops.add(Window.call(() -> scene.window().scene().getFocusOwner().getAccessibleText()));
            robot.type(KeyCode.TAB);
        }
        assertThat(stops)
                .map(text -> text.replaceAll(",.*", ""))
                .containsExactly(
                        "Kernel",
                        "kernel",
                        "Init",
                        "init",
                        "Onboot",
                        "sysctl",
                        "Services",
                        "getty",
                        "Onshutdown",
                        "Volumes",
                        "Files",
                        "/srv/www/index.html");
    }

    @Test
    void lanesAndCardsHaveRolesAndWords() {
        Window.run(() -> {
            LaneView lane = scene.canvas().world().lane(Lane.SERVICES);
            assertThat(lane.getAccessibleRole()).isEqualTo(AccessibleRole.LIST_VIEW);
            assertThat(lane.getAccessibleText()).isEqualTo("Services, 4 items");
            List<Node> cards = lane.getChildren().stream()
                    .filter(CardView.class::isInstance)
                    .toList();
            assertThat(cards).map(Node::getAccessibleRole).containsOnly(AccessibleRole.LIST_ITEM);
            assertThat(cards.getFirst().getAccessibleText())
                    .isEqualTo("getty, service, image lamina/getty, exposure 3.8");
        });
    }

    @Test
    void aCardIsDraggedToAnotherPlaceOfItsLane() {
        robot.drag(scene.middle(AGENT)).dropTo(scene.at(HTTPD, 0.2));
        assertThat(services()).containsExactly("getty", "agent", "httpd", "cache");
        assertThat(selected()).containsExactly(HTTPD);
    }

    @Test
    void severalCardsAreDraggedToAnotherLane() {
        click(GETTY);
        scene.click(CACHE, false, true);
        robot.drag(scene.middle(CACHE)).dropTo(scene.at(new Place(Lane.ONBOOT, 1), 0.1));
        assertThat(services()).containsExactly("httpd", "agent");
        assertThat(scene.session().composition().onboot())
                .map(Container::name)
                .containsExactly("sysctl", "getty", "cache", "dhcp", "mount");
    }

    @Test
    void whileSomethingIsDraggedLanesShowWhetherTheyTakeIt() {
        Point2D files = scene.at(new Place(Lane.FILES, 1), 0.5);
        robot.drag(scene.middle(GETTY)).moveTo(files);
        Node ghost = scene.window().scene().lookup(".canvas-ghost");
        assertThat(ghost.isVisible()).isTrue();
        assertThat(ghost.lookup(".image-view")).as("a picture of the card").isNotNull();
        Pictures.save(scene.window(), "canvas-drag");
        assertThat(veil(Lane.FILES)).isTrue();
        assertThat(veil(Lane.ONBOOT)).isFalse();
        robot.drop();
        assertThat(scene.session().message().get()).isNotEmpty();
        assertThat(services()).hasSize(4);
        assertThat(veil(Lane.FILES)).isFalse();
    }

    private boolean veil(Lane lane) {
        return Window.call(
                () -> scene.canvas().world().lane(lane).lookup(".lane-veil").isVisible());
    }

    @Test
    void escapeGivesUpADrag() {
        robot.drag(scene.middle(AGENT))
                .moveTo(scene.at(GETTY, 0.2))
                .type(KeyCode.ESCAPE)
                .drop();
        assertThat(services()).containsExactly("getty", "httpd", "cache", "agent");
        assertThat(scene.desk().dragging().load().get()).isEmpty();
        assertThat(scene.window().scene().lookup(".canvas-ghost").isVisible()).isFalse();
    }

    @Test
    void whatComesFromThePaletteLandsWhereItIsLetGo() {
        Offer offer = Offer.of("ntpd", Lane.SERVICES, "name: ntpd\nimage: lamina/ntpd\n");
        Region source = Window.call(() -> {
            Region label = new Region();
            label.setMaxSize(300, 120); // a drag must begin before the pointer leaves it
            label.setOnDragDetected(event -> {
                scene.desk().dragging().load().set(Optional.of(new Load.New(offer)));
                label.startFullDrag();
            });
            label.setOnMouseReleased(event -> scene.desk().dragging().load().set(Optional.empty()));
            StackPane.setAlignment(label, Pos.BOTTOM_CENTER);
            ((StackPane) scene.window().scene().getRoot()).getChildren().add(label);
            return label;
        });
        Window.until(() -> source.getWidth() > 0);
        robot.moveTo((Node) source);
        Window.until(source::isHover);
        robot.drag((Node) source).moveTo(scene.at(CACHE, 0.1));
        assertThat(veil(Lane.ONBOOT)).isTrue();
        robot.drop();
        assertThat(services()).containsExactly("getty", "httpd", "ntpd", "cache", "agent");
        assertThat(selected()).containsExactly(CACHE);
        assertThat(veil(Lane.ONBOOT)).isFalse();
    }

    @Test
    void theMenuOfACardDoesWhatTheKeysDo() {
        robot.rightClickOn(scene.middle(HTTPD));
        assertThat(selected()).containsExactly(HTTPD);
        robot.clickOn("Duplicate");
        assertThat(services()).containsExactly("getty", "httpd", "httpd-2", "cache", "agent");
    }

    @Test
    void aDoubleClickOnAnEmptyPlaceAsksWhatToAddThere() {
        List<String> asked = new ArrayList<>();
        Window.run(
                () -> scene.canvas().whenAdding((place, at) -> asked.add(place.path()), () -> asked.add("anywhere")));
        Rectangle2D volumes = Window.call(() ->
                scene.canvas().viewport().layout().get().lane(Lane.VOLUMES).body());
        robot.doubleClickOn(scene.screen(volumes.getMaxX() - 20, volumes.getMinY() + 10));
        click(HTTPD);
        robot.type(KeyCode.SLASH);
        assertThat(asked).containsExactly("volumes[0]", "anywhere");
    }

    @Test
    void keysChangeTheDocumentAndTheFocusStays() {
        click(HTTPD);
        robot.press(KeyCode.ALT).type(KeyCode.RIGHT).release(KeyCode.ALT);
        assertThat(services()).containsExactly("getty", "cache", "httpd", "agent");
        assertThat(focused()).contains(CACHE);
        robot.press(KeyCode.ALT).type(KeyCode.UP).release(KeyCode.ALT);
        assertThat(focused()).contains(new Place(Lane.ONBOOT, 3));
        robot.type(KeyCode.DELETE);
        assertThat(services()).containsExactly("getty", "cache", "agent");
        assertThat(focused()).contains(new Place(Lane.ONBOOT, 2));
    }

    @Test
    void aCardIsRenamedInPlace() {
        click(HTTPD);
        robot.type(KeyCode.F2).write("www").type(KeyCode.ENTER);
        assertThat(services()).containsExactly("getty", "www", "cache", "agent");
        robot.type(KeyCode.F2).write("other").type(KeyCode.ESCAPE);
        assertThat(services()).containsExactly("getty", "www", "cache", "agent");
        assertThat(focused()).contains(HTTPD);
    }

    @Test
    void aNoteIsWrittenBesideTheCard() {
        click(HTTPD);
        robot.type(KeyCode.N)
                .write("ask Anna")
                .press(KeyCode.CONTROL)
                .type(KeyCode.ENTER)
                .release(KeyCode.CONTROL);
        assertThat(scene.session().text().get()).contains("# note: ask Anna\n  - name: httpd");
    }

    @Test
    void aNoteGoesToItsCardEvenIfThatMovedMeanwhile() {
        click(HTTPD);
        robot.type(KeyCode.N).write("ask Anna");
        Window.run(() -> scene.session().apply(Change.of("Delete", new Edit.Remove("services[0]"))));
        robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
        assertThat(scene.session().text().get()).contains("# note: ask Anna\n  - name: httpd");
    }

    @Test
    void spaceIsNoLongerHeldWhenTheFocusHasGoneElsewhere() {
        click(HTTPD);
        robot.press(KeyCode.SPACE);
        Window.run(() -> scene.window().scene().lookup(".canvas-zoom .button").requestFocus());
        robot.release(KeyCode.SPACE);
        click(GETTY);
        assertThat(selected()).containsExactly(GETTY);
    }

    @Test
    void findingMarksSomeAndDimsTheOthers() {
        click(HTTPD);
        robot.press(KeyCode.CONTROL).type(KeyCode.F).release(KeyCode.CONTROL).write("redis");
        Window.run(() -> {
            assertThat(scene.window().scene().getRoot().lookupAll(".canvas-card:match"))
                    .hasSize(1);
            assertThat(scene.window().scene().getRoot().lookupAll(".canvas-card:dimmed"))
                    .hasSize(13);
        });
        robot.type(KeyCode.ESCAPE);
        assertThat(Window.call(() -> scene.window().scene().getRoot().lookupAll(".canvas-card:dimmed")))
                .isEmpty();
        assertThat(focused()).contains(HTTPD);
    }

    @Test
    void theWheelPansAndWithCtrlItZooms() {
        scene.wheel(400, 300, 120);
        Camera zoomed = scene.canvas().viewport().camera().get();
        assertThat(zoomed.zoom()).isCloseTo(1.331, within(1e-9));
        robot.moveTo(scene.screen(400, 300)).scroll(2, VerticalDirection.DOWN);
        assertThat(scene.canvas().viewport().camera().get().y()).isLessThan(zoomed.y());
        click(HTTPD);
        robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT0).release(KeyCode.CONTROL);
        assertThat(scene.canvas().viewport().camera().get().zoom()).isEqualTo(1);
    }

    @Test
    void theMiddleButtonDragsTheCanvas() {
        Window.run(() -> scene.canvas().viewport().zoom(2));
        Camera before = scene.canvas().viewport().camera().get();
        robot.moveTo(scene.screen(400, 400))
                .press(MouseButton.MIDDLE)
                .moveBy(30, 50)
                .release(MouseButton.MIDDLE);
        Camera after = scene.canvas().viewport().camera().get();
        assertThat(after.y() - before.y()).isEqualTo(50);
        assertThat(selected()).isEmpty();
    }

    @Test
    void noCardStaysBehindWhatLiesOverTheCanvas() {
        Place last = new Place(Lane.FILES, 3);
        Region canvas = (Region) scene.canvas().node();
        click(GETTY);
        for (double height = 400; height <= 720; height += 40) {
            double wanted = height;
            Window.run(() -> canvas.setMaxHeight(wanted));
            Window.until(() -> canvas.getHeight() == wanted);
            robot.press(KeyCode.CONTROL).type(KeyCode.END).release(KeyCode.CONTROL);
            assertThat(focused()).contains(last);
            for (int i = 0; i < 4; i++) {
                assertThat(covered(new Place(Lane.FILES, i)))
                        .as("at a height of " + height)
                        .isFalse();
            }
        }
        Pictures.save(scene.window(), "canvas-end");
    }

    @Test
    void whenAllIsFittedInNothingLiesOverACard() {
        Region canvas = (Region) scene.canvas().node();
        for (double width = 300; width <= 900; width += 200) {
            double wanted = width;
            Window.run(() -> canvas.setMaxSize(wanted, 500));
            Window.until(() -> canvas.getWidth() == wanted && canvas.getHeight() == 500);
            Window.run(() -> scene.canvas().viewport().fit());
            Window.until(() -> !scene.window().scene().lookup(".canvas-minimap").isVisible());
            assertThat(Place.all(scene.session().composition()))
                    .as("at a width of " + width)
                    .noneMatch(this::covered);
        }
        Pictures.save(scene.window(), "canvas-fit");
    }

    private boolean covered(Place place) {
        return Window.call(() -> {
            Bounds card = card(place).localToScene(card(place).getLayoutBounds());
            return Stream.of(".canvas-zoom", ".canvas-minimap")
                    .map(scene.window().scene()::lookup)
                    .filter(Node::isVisible)
                    .anyMatch(node -> node.localToScene(node.getLayoutBounds()).intersects(card));
        });
    }

    @Test
    void aClickOnItsHeadClosesALane() {
        robot.clickOn((Node) scene.canvas().world().lane(Lane.SERVICES).head());
        assertThat(scene.canvas().bounds(HTTPD)).isEmpty();
        robot.type(KeyCode.ENTER);
        assertThat(scene.canvas().bounds(HTTPD)).isPresent();
    }

    @Test
    void aTextThatCannotBeReadIsSaidAboveTheCanvas() {
        Window.run(() -> scene.session().type(CanvasScene.WEB + "  - {"));
        Node bar = scene.window().scene().lookup(".canvas-unreadable");
        assertThat(bar.isVisible()).isTrue();
        robot.clickOn(".canvas-unreadable .button");
        assertThat(scene.session().selection().revealedSpan().get()).isPresent();
    }

    @Test
    void afterUndoingAMoveOnlyWhatIsSelectedLooksSo() {
        click(GETTY);
        Window.run(() -> scene.session().apply(document -> Gestures.move(document, List.of(GETTY), Lane.ONBOOT, 1)));
        Window.run(scene.session()::undo);
        Window.run(() -> scene.session().selection().only(HTTPD));
        PseudoClass selected = PseudoClass.getPseudoClass("selected");
        assertThat(Window.call(() -> scene.canvas().world().views().stream()
                        .filter(view -> view.getPseudoClassStates().contains(selected))
                        .map(view -> view.card().place())
                        .toList()))
                .containsExactly(HTTPD);
    }

    @Test
    void aChangeOfOneComponentLeavesTheNodesOfTheOthers() {
        List<CardView> before = Window.call(() -> scene.canvas().world().views());
        Window.run(() -> scene.session().apply(Change.of("Delete", new Edit.Remove("services[0]"))));
        List<CardView> after = Window.call(() -> scene.canvas().world().views());
        assertThat(before).containsAll(after);
        assertThat(after).hasSize(13);
    }

    @Test
    void everythingGrowsWithTheFontOfTheWindow() {
        Window.run(() -> scene.window().scene().getRoot().setStyle("-fx-font-size: 26px"));
        Window.until(() -> scene.canvas().bounds(GETTY).orElseThrow().getWidth() == 352);
    }

    @Test
    void cardsShowHowTheirComponentsAreWhileAMachineRuns() {
        Live live = scene.session().live();
        assertThat(light(HTTPD)).isEmpty();
        Window.run(() -> {
            live.begin(Live.Phase.BOOTING);
            live.heard(GuestWords.beginning());
            live.heard(List.of(GuestWords.service(3, "getty"), GuestWords.died(3.2, "httpd", "bind: Address in use")));
        });
        assertThat(light(GETTY)).contains("vital-running");
        assertThat(light(HTTPD)).contains("vital-failed");
        assertThat(light(CACHE)).contains("vital-waiting");
        assertThat(Window.call(() -> card(HTTPD).getAccessibleText()))
                .contains("httpd, service, failed: bind: Address in use");
        Window.run(() -> live.ended(Live.Phase.OFF, ""));
        assertThat(light(HTTPD)).isEmpty();
    }

    private CardView card(Place place) {
        return scene.canvas().world().views().stream()
                .filter(view -> view.card().place().equals(place))
                .findFirst()
                .orElseThrow();
    }

    private Optional<String> light(Place place) {
        return Window.call(() -> card(place).getPseudoClassStates().stream()
                .map(PseudoClass::getPseudoClassName)
                .filter(name -> name.startsWith("vital-"))
                .findFirst());
    }
}
