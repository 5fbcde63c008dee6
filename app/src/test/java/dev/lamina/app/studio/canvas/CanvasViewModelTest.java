package dev.lamina.app.studio.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.look.Icons;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.session.Gestures;
import dev.lamina.app.studio.session.Lane;
import dev.lamina.app.studio.session.Place;
import dev.lamina.app.studio.testing.Sessions;
import dev.lamina.model.check.Severity;
import dev.lamina.model.edit.Change;
import dev.lamina.model.edit.Edit;
import dev.lamina.model.edit.Notes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CanvasViewModelTest {
    @TempDir
    Path home;

    private Desk desk;
    private DocumentSession session;
    private CanvasViewModel model;

    @BeforeEach
    void open() {
        desk = Sessions.desk(home);
        open(CanvasScene.WEB);
    }

    private void open(String text) {
        session = Sessions.session(desk, text);
        model = new CanvasViewModel(session, desk.background(), Texts.of(CanvasView.class), Icons::has, Notes::of);
    }

    private Card service(int index) {
        return model.at(new Place(Lane.SERVICES, index)).orElseThrow();
    }

    private List<String> titles() {
        return model.cards().get().stream().map(Card::title).toList();
    }

    @Test
    void cardsStandInBootOrder() {
        assertThat(titles())
                .containsExactly(
                        "kernel",
                        "init",
                        "runtime",
                        "sysctl",
                        "dhcp",
                        "mount",
                        "getty",
                        "httpd",
                        "cache",
                        "agent",
                        "/srv/www/index.html",
                        "/etc/motd",
                        "/root/.ssh/authorized_keys",
                        "/var/log");
    }

    @Test
    void aCardShowsWhatIsKnownOfItsComponent() {
        Card httpd = service(1);
        assertThat(httpd.detail()).isEqualTo("lamina/httpd");
        assertThat(httpd.icon()).isEqualTo("component-httpd");
        assertThat(httpd.facts().badges()).map(Badge::text).containsExactly(":80", "1 cap", "host net", "ro");
        assertThat(httpd.facts().exposed()).map(Exposed::text).contains("0.4");
        Card agent = service(3);
        assertThat(agent.icon()).isEqualTo("component-other");
        assertThat(agent.facts().badges())
                .contains(Badge.warning("all caps", "has every capability: who takes it over owns the machine"));
        assertThat(agent.facts().trouble()).map(Trouble::worst).contains(Severity.CRITICAL);
    }

    @Test
    void filesSayWhatTheyHold() {
        assertThat(model.cards().get().stream()
                        .filter(card -> card.place().lane() == Lane.FILES)
                        .map(Card::detail))
                .containsExactly("text, 14 bytes", "text, 7 bytes", "from ~/.ssh/id_ed25519.pub", "empty folder");
    }

    @Test
    void aCardKeepsItsNumberWhenItIsRenamedOrMovedAndOthersComeAndGo() {
        long httpd = service(1).id();
        session.apply(Change.of("Rename", new Edit.Set("services[1].name", "www")));
        assertThat(service(1).id()).isEqualTo(httpd);
        session.apply(Change.of("Delete", new Edit.Remove("services[0]")));
        assertThat(service(0).id()).isEqualTo(httpd);
        session.apply(document -> Gestures.move(document, List.of(new Place(Lane.SERVICES, 0)), Lane.ONBOOT, 0));
        assertThat(model.at(new Place(Lane.ONBOOT, 0)).orElseThrow().id()).isEqualTo(httpd);
        session.undo();
        assertThat(service(0).id()).isEqualTo(httpd);
    }

    @Test
    void numbersAreNeverSharedBetweenCardsOfTheSameName() {
        String same =
                IntStream.range(0, 5).mapToObj(i -> "  - {name: a, image: x}\n").collect(Collectors.joining());
        open("services:\n" + same);
        session.apply(Change.of("Delete", new Edit.Remove("services[2]")));
        assertThat(model.cards().get()).map(Card::id).doesNotHaveDuplicates().hasSize(4);
    }

    @Test
    void aChangeOfOneComponentLeavesTheOtherCardsEqual() {
        List<Card> before = new ArrayList<>(model.cards().get());
        session.apply(Change.of("Image", new Edit.Set("services[2].image", "redis:8")));
        List<Card> other = new ArrayList<>(model.cards().get());
        other.removeAll(before);
        assertThat(other).map(Card::title).containsExactly("cache");
    }

    @Test
    void whatIsKnownStaysWhileTheNewReviewIsAwaited() {
        session.type(
                CanvasScene.WEB.replace("  - name: getty", "  - name: first\n    image: lamina/ntpd\n  - name: getty"));
        assertThat(service(2).facts().badges()).map(Badge::text).contains(":80");
    }

    @Test
    void aTextThatCannotBeReadLeavesTheCardsAndSaysWhere() {
        session.type(CanvasScene.WEB + "  - {");
        assertThat(titles()).hasSize(14);
        assertThat(model.unreadable().get())
                .startsWith("The text cannot be read at line ")
                .endsWith("The picture shows its last readable state.");
        assertThat(model.mistake()).isPresent();
        session.type(CanvasScene.WEB);
        assertThat(model.unreadable().get()).isEmpty();
    }

    @Test
    void notesAreShown() {
        session.apply(document -> Gestures.note(document, new Place(Lane.SERVICES, 1), "ask Anna first"));
        assertThat(service(1).note()).contains("ask Anna first");
        session.undo();
        assertThat(service(1).note()).isEqualTo(Optional.empty());
    }

    @Test
    void cardsAndLanesHaveWords() {
        CardText words = new CardText(Texts.of(CanvasView.class));
        assertThat(words.spoken(service(1), Optional.empty()))
                .isEqualTo("httpd, service, image lamina/httpd, exposure 0.4");
        assertThat(words.spoken(service(2), Optional.empty()))
                .isEqualTo("cache, service, image redis:7.4, 2 problems, exposure 1.3");
        assertThat(words.spoken(Lane.SERVICES, 4)).isEqualTo("Services, 4 items");
        assertThat(words.spoken(Lane.VOLUMES, 0)).isEqualTo("Volumes, no items");
        assertThat(words.tooltip(service(3), Optional.empty()))
                .contains("exposure 10.0 of 10: owns the machine", "host pid: sees all");
    }

    @Test
    void findingGoesFromOneToTheNextAndAround() {
        CardSearch search = new CardSearch(model);
        search.query().set("LAMINA/h");
        assertThat(search.found().get()).map(Card::title).containsExactly("httpd");
        search.query().set("lamina/");
        assertThat(search.found().get()).hasSize(8);
        assertThat(search.current().get().orElseThrow().title()).isEqualTo("httpd"); // as before
        assertThat(search.position()).isEqualTo(8);
        search.next();
        assertThat(search.position()).isEqualTo(1);
        search.query().set("nothing like it");
        assertThat(search.position()).isZero();
    }
}
