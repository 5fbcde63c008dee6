package dev.lamina.app.studio.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.session.Gestures.Made;
import dev.lamina.app.studio.testing.HeldBackground;
import dev.lamina.app.studio.testing.Sessions;
import dev.lamina.model.check.Finding;
import dev.lamina.model.check.Profile;
import dev.lamina.model.edit.Change;
import dev.lamina.model.edit.Document;
import dev.lamina.model.edit.Edit;
import dev.lamina.model.edit.History.Step;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DocumentSessionTest {
    private static final String WEB = """
        # a web server
        kernel:
          image: lamina/kernel
        init: [lamina/init, lamina/runtime]
        services:
          - name: web # main
            image: lamina/httpd
        """;

    @TempDir
    Path home;

    private DocumentSession session;

    @BeforeEach
    void open() {
        session = Sessions.session(Sessions.desk(home), WEB);
    }

    @Test
    void aGestureChangesTextAndCompositionAndIsNamedInTheHistory() {
        session.apply(Change.of("Rename web", new Edit.Set("services[0].name", "www")));
        assertThat(session.text().get()).isEqualTo(WEB.replace("name: web", "name: www"));
        assertThat(session.composition().services().getFirst().name()).isEqualTo("www");
        assertThat(session.history().get().steps()).map(Step::label).containsExactly("Opened", "Rename web");
    }

    @Test
    void undoAndRedoGiveTheExactText() {
        session.apply(Change.of("Rename web", new Edit.Set("services[0].name", "www")));
        String after = session.text().get();
        session.undo();
        assertThat(session.text().get()).isEqualTo(WEB);
        assertThat(session.composition().services().getFirst().name()).isEqualTo("web");
        session.redo();
        assertThat(session.text().get()).isEqualTo(after);
    }

    @Test
    void aTextThatIsNoYamlLeavesWhatIsShown() {
        session.type(WEB + "  - {");
        assertThat(session.document().get().readable()).isFalse();
        assertThat(session.shown().get().text()).isEqualTo(WEB);
        session.apply(Change.of("Rename web", new Edit.Set("services[0].name", "www")));
        assertThat(session.message().get()).startsWith("Not possible here: ");
        assertThat(session.text().get()).isEqualTo(WEB + "  - {");
    }

    @Test
    void aTextOfCommentsAloneIsAnEmptySystem() {
        session.type("# to come\n");
        assertThat(session.document().get().readable()).isTrue();
        assertThat(session.composition().services()).isEmpty();
    }

    @Test
    void whatIsTypedIsReviewed() {
        session.type(WEB + "    capabilities: [all]\n");
        assertThat(session.reviewed().get().orElseThrow().validation().findings())
                .map(Finding::code)
                .contains("PRV01");
    }

    @Test
    void anotherProfileShowsMore() {
        int baseline =
                session.reviewed().get().orElseThrow().validation().findings().size();
        session.profile().set(Profile.RESTRICTED);
        assertThat(session.reviewed().get().orElseThrow().validation().findings())
                .hasSizeGreaterThan(baseline);
    }

    @Test
    void aRewrittenTextIsOneStepOfTheHistory() {
        session.rewrite("Add a comment", document -> document.text() + "# the end\n");
        assertThat(session.text().get()).isEqualTo(WEB + "# the end\n");
        assertThat(session.history().get().steps()).map(Step::label).containsExactly("Opened", "Add a comment");
        session.undo();
        assertThat(session.text().get()).isEqualTo(WEB);
    }

    @Test
    void aGestureBehindAKeyFindsWhatWasReadForTheKey() {
        HeldBackground background = new HeldBackground();
        DocumentSession held = Sessions.session(Sessions.desk(home, background), WEB);
        List<Document> found = new ArrayList<>();
        held.type(WEB + "# typed\n");
        held.apply(document -> {
            found.add(document);
            found.add(held.document().get());
            return new Made(Change.of("Rename web", new Edit.Set("services[0].name", "www")), List.of());
        });
        background.all();
        assertThat(held.text().get()).isEqualTo(WEB.replace("name: web", "name: www") + "# typed\n");
        assertThat(found).hasSize(2);
        assertThat(found.getFirst()).isSameAs(found.getLast());
    }

    @Test
    void gesturesKeepTheirOrderWhenSomebodyTypesMeanwhile() {
        HeldBackground background = new HeldBackground();
        DocumentSession held = Sessions.session(Sessions.desk(home, background), WEB);
        held.apply(Change.of("Rename web", new Edit.Set("services[0].name", "www")));
        held.apply(Change.of("Rename www", new Edit.Set("services[0].name", "site")));
        held.type(WEB + "# typed\n");
        background.all();
        assertThat(held.history().get().steps())
                .map(Step::label)
                .containsExactly("Opened", "Typing", "Rename web", "Rename www");
        assertThat(held.composition().services().getFirst().name()).isEqualTo("site");
    }

    @Test
    void theSelectionForgetsWhatIsGone() {
        session.selection().only(List.of(new Place(Lane.INIT, 1), new Place(Lane.SERVICES, 0)));
        session.apply(Change.of("Delete web", new Edit.Remove("services[0]")));
        assertThat(session.selection().places()).containsExactly(new Place(Lane.INIT, 1));
        assertThat(session.selection().single().get()).contains(new Place(Lane.INIT, 1));
    }
}
