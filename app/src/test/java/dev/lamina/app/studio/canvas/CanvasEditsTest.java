package dev.lamina.app.studio.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.canvas.DropTarget.Verdict;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.session.Dragging.Load;
import dev.lamina.app.studio.session.Lane;
import dev.lamina.app.studio.session.Offer;
import dev.lamina.app.studio.session.Place;
import dev.lamina.app.studio.testing.Sessions;
import dev.lamina.model.Container;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Keys, selection and drops on a document, without a toolkit.
final class CanvasEditsTest {
    private static final Place GETTY = new Place(Lane.SERVICES, 0);
    private static final Place HTTPD = new Place(Lane.SERVICES, 1);
    private static final Place CACHE = new Place(Lane.SERVICES, 2);

    @TempDir
    Path home;

    private Desk desk;
    private DocumentSession session;
    private CanvasViewModel model;
    private CanvasFocus focus;
    private CanvasEdits edits;

    @BeforeEach
    void open() {
        desk = Sessions.desk(home);
        session = Sessions.session(desk, CanvasScene.WEB);
        model = new CanvasViewModel(
                session, desk.background(), Texts.of(CanvasView.class), icon -> true, document -> Map.of());
        focus = new CanvasFocus(model, session.selection());
        edits = new CanvasEdits(session, focus, desk.clipboard());
    }

    private List<String> services() {
        return session.composition().services().stream().map(Container::name).toList();
    }

    private List<String> onboot() {
        return session.composition().onboot().stream().map(Container::name).toList();
    }

    private CanvasLayout layout() {
        return CanvasLayout.of(Metrics.USUAL, 1000, model::count, Set.of());
    }

    @Test
    void whatIsMeantIsTheSelectionOrElseTheCardWithTheFocus() {
        focus.to(GETTY);
        assertThat(focus.meant()).containsExactly(GETTY);
        focus.choose(HTTPD);
        focus.toggle(CACHE);
        assertThat(focus.meant()).containsExactly(HTTPD, CACHE);
        focus.toggle(CACHE);
        assertThat(focus.meant()).containsExactly(HTTPD);
    }

    @Test
    void extendingSelectsAllFromTheCardChosenLast() {
        focus.choose(HTTPD);
        focus.extend(new Place(Lane.SERVICES, 3), new Steps(layout()));
        focus.extend(CACHE, new Steps(layout()));
        assertThat(focus.meant()).containsExactly(HTTPD, CACHE);
    }

    @Test
    void afterDeletingTheFocusIsOnTheCardThatStandsThereNow() {
        focus.choose(HTTPD);
        edits.delete();
        assertThat(services()).containsExactly("getty", "cache", "agent");
        assertThat(focus.card().get()).map(Card::title).contains("cache");
    }

    @Test
    void cardsMoveWithinTheirLaneTogether() {
        focus.choose(HTTPD);
        focus.toggle(CACHE);
        edits.moveBy(-1);
        assertThat(services()).containsExactly("httpd", "cache", "getty", "agent");
        edits.moveBy(-1); // there is nothing before
        edits.moveBy(1);
        assertThat(services()).containsExactly("getty", "httpd", "cache", "agent");
        edits.moveBy(1);
        assertThat(services()).containsExactly("getty", "agent", "httpd", "cache");
        assertThat(focus.meant()).containsExactly(CACHE, new Place(Lane.SERVICES, 3));
    }

    @Test
    void cardsMoveToTheNextLaneThatTakesThem() {
        focus.choose(GETTY);
        edits.moveToLane(-1);
        assertThat(onboot()).containsExactly("sysctl", "dhcp", "mount", "getty");
        edits.moveToLane(1);
        assertThat(services()).containsExactly("httpd", "cache", "agent", "getty");
        edits.moveToLane(1);
        assertThat(session.composition().onshutdown()).map(Container::name).containsExactly("getty");
        edits.moveToLane(1);
        assertThat(session.message().get()).isNotEmpty();
    }

    @Test
    void whatIsCutCanBePastedBehindAnother() {
        focus.choose(GETTY);
        edits.cut();
        assertThat(services()).containsExactly("httpd", "cache", "agent");
        assertThat(desk.clipboard().get().orElseThrow()).contains("services:", "name: getty", "INSECURE=true");
        focus.choose(GETTY);
        edits.paste();
        assertThat(services()).containsExactly("httpd", "getty", "cache", "agent");
    }

    @Test
    void duplicatingAndRenamingAreSteps() {
        focus.choose(HTTPD);
        edits.duplicate();
        assertThat(services()).containsExactly("getty", "httpd", "httpd-2", "cache", "agent");
        focus.choose(GETTY);
        edits.rename(HTTPD, " www ");
        edits.rename(HTTPD, "");
        assertThat(services()).containsExactly("getty", "www", "httpd-2", "cache", "agent");
        assertThat(session.selection().places()).containsExactly(GETTY);
    }

    @Test
    void everyLaneSaysWhetherItTakesWhatIsDragged() {
        DropTarget cards = new DropTarget(new Load.Cards(session, List.of(HTTPD)), session);
        assertThat(List.of(Lane.values()).stream()
                        .filter(lane -> cards.refusal(lane).isEmpty()))
                .containsExactly(Lane.ONBOOT, Lane.SERVICES, Lane.ONSHUTDOWN);
        DropTarget offer = new DropTarget(
                new Load.New(Offer.of("ntpd", Lane.SERVICES, "name: ntpd\nimage: lamina/ntpd\n")), session);
        assertThat(List.of(Lane.values()).stream()
                        .filter(lane -> offer.refusal(lane).isEmpty()))
                .containsExactly(Lane.SERVICES);
    }

    @Test
    void aDropLandsWhereTheMarkIs() {
        DropTarget target = new DropTarget(
                new Load.New(Offer.of("ntpd", Lane.SERVICES, "name: ntpd\nimage: lamina/ntpd\n")), session);
        Rectangle2D second = layout().card(HTTPD);
        Verdict verdict = target.at(layout(), second.getMinX() + 5, second.getMinY() + 5);
        assertThat(verdict)
                .isEqualTo(new Verdict.Lands(
                        Lane.SERVICES, 1, layout().lane(Lane.SERVICES).mark(1, second.getMinX())));
        session.apply(target.gesture((Verdict.Lands) verdict, false));
        assertThat(services()).containsExactly("getty", "ntpd", "httpd", "cache", "agent");
    }

    @Test
    void aLaneThatDoesNotTakeItSaysWhy() {
        DropTarget target = new DropTarget(new Load.Cards(session, List.of(HTTPD)), session);
        Rectangle2D files = layout().lane(Lane.FILES).bounds();
        assertThat(target.at(layout(), files.getMinX() + 200, files.getMinY() + 20))
                .isInstanceOfSatisfying(Verdict.Refused.class, refused -> {
                    assertThat(refused.lane()).isEqualTo(Lane.FILES);
                    assertThat(refused.reason()).isNotBlank();
                });
    }

    @Test
    void aDropWithCtrlLeavesTheCardsWhereTheyAre() {
        DropTarget target = new DropTarget(new Load.Cards(session, List.of(CACHE)), session);
        session.apply(target.gesture(new Verdict.Lands(Lane.SERVICES, 0, Rectangle2D.EMPTY), true));
        assertThat(services()).containsExactly("cache-2", "getty", "httpd", "cache", "agent");
    }

    @Test
    void cardsOfAnotherDocumentAreCopied() {
        DocumentSession other = Sessions.session(desk, "services:\n  - {name: far, image: nginx}\n");
        DropTarget target = new DropTarget(new Load.Cards(other, List.of(GETTY)), session);
        session.apply(target.gesture(new Verdict.Lands(Lane.SERVICES, 4, Rectangle2D.EMPTY), false));
        assertThat(services()).containsExactly("getty", "httpd", "cache", "agent", "far");
        assertThat(other.composition().services()).hasSize(1);
    }
}
