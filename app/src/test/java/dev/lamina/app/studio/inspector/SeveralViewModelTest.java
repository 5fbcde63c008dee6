package dev.lamina.app.studio.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.inspector.Effective.Source;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.session.Lane;
import dev.lamina.app.studio.session.Place;
import dev.lamina.app.studio.testing.Sessions;
import dev.lamina.model.edit.History.Step;
import dev.lamina.model.value.Capability;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // made before each test
final class SeveralViewModelTest {
    private static final String TEXT = """
        services:
          - name: web # main
            image: a/b:1
            readonly: true
            uid: 100
            capabilities: [CAP_CHOWN, CAP_KILL]
          - name: other
            image: a/b:1
            readonly: true
            uid: 200
            capabilities:
              - CAP_KILL
            resources:
              pids: {limit: 10}
          - name: third
            image: a/c:1
        volumes:
          - name: data
        files:
          - path: a
            contents: x
            mode: "0600"
          - path: b
            contents: y
        """;
    private static final Place WEB = new Place(Lane.SERVICES, 0);
    private static final Place OTHER = new Place(Lane.SERVICES, 1);
    private static final Place THIRD = new Place(Lane.SERVICES, 2);

    @TempDir
    Path home;

    private DocumentSession session;
    private SeveralViewModel model;

    @BeforeEach
    void open() {
        Desk desk = Sessions.desk(home);
        session = Sessions.session(desk, TEXT);
        model = new SeveralViewModel(session, desk, new InspectorViewModel(session, desk).chosen());
    }

    private FieldModel field(String path) {
        return model.form().get().orElseThrow().field(path).orElseThrow();
    }

    @Test
    void whatAllHaveIsTheirValueAndOtherwiseTheyDiffer() {
        session.selection().only(List.of(WEB, OTHER));
        assertThat(field("readonly").given().get()).isEqualTo(Optional.of(true));
        assertThat(field("readonly").effective().get().source()).isEqualTo(Source.HERE);
        assertThat(field("uid").given().get()).isEmpty();
        assertThat(field("uid").isSet()).isTrue();
        assertThat(field("uid").effective().get()).isEqualTo(Effective.of("different values", Source.DIFFERENT));
        assertThat(field("net").isSet()).isFalse();
        assertThat(field("capabilities").effective().get().elements()).containsExactly("CAP_KILL");
        assertThat(field("capabilities").some().get()).containsExactly("CAP_CHOWN", "CAP_KILL");
    }

    @Test
    void aValueIsSetForAllAsOneStepAndTakenOutOfThoseThatHaveIt() {
        session.selection().only(List.of(WEB, OTHER, THIRD));
        field("uid").set(5L);
        field("resources.memory.limit").set(1_000_000L);
        assertThat(session.composition().services())
                .allSatisfy(service -> assertThat(service.spec().uid()).isPresent())
                .allSatisfy(service -> assertThat(service.spec().resources()).isPresent());
        assertThat(session.text().get()).contains("name: web # main\n", "pids: {limit: 10}");
        field("uid").reset();
        field("resources.pids.limit").reset();
        assertThat(session.text().get()).doesNotContain("uid").doesNotContain("pids");
        assertThat(session.history().get().steps())
                .map(Step::label)
                .containsExactly(
                        "Opened",
                        "Set uid of 3 components",
                        "Set resources.memory.limit of 3 components",
                        "Reset uid of 3 components",
                        "Reset resources.pids.limit of 3 components");
        session.undo();
        session.undo();
        session.undo();
        session.undo();
        assertThat(session.text().get()).isEqualTo(TEXT);
    }

    @Test
    void aCapabilityIsAddedToAllOrTakenFromAllAndEachKeepsItsOthers() {
        session.selection().only(List.of(WEB, OTHER));
        field("capabilities").hold(Capability.CHOWN, true);
        assertThat(field("capabilities").given().get()).isEqualTo(Optional.of(List.of("CAP_CHOWN", "CAP_KILL")));
        assertThat(field("capabilities").some().get()).isEmpty();
        session.undo();
        field("capabilities").hold(Capability.KILL, false);
        assertThat(session.composition().services().get(0).spec().capabilities())
                .hasValueSatisfying(words -> assertThat(words).containsExactly("CAP_CHOWN"));
        assertThat(session.composition().services().get(1).spec().capabilities())
                .hasValueSatisfying(words -> assertThat(words).isEmpty());
        assertThat(session.history().get().steps()).hasSize(2);
    }

    @Test
    void whatTheReaderWouldRefuseIsNotWritten() {
        session.selection().only(List.of(WEB, OTHER));
        field("resources.pids.limit").set("many");
        assertThat(field("resources.pids.limit").problem().get()).isNotEmpty();
        assertThat(session.text().get()).isEqualTo(TEXT);
    }

    @Test
    void componentsOfDifferentKindsHaveNothingInCommon() {
        session.selection().only(List.of(WEB, new Place(Lane.VOLUMES, 0)));
        assertThat(model.form().get()).isEmpty();
        session.selection().only(List.of(new Place(Lane.FILES, 0), new Place(Lane.FILES, 1)));
        assertThat(model.form().get().orElseThrow().field("contents")).isEmpty();
        field("mode").set("0644");
        assertThat(session.text().get())
                .contains("contents: x\n    mode: \"0644\"\n", "contents: y\n    mode: \"0644\"");
        session.selection().only(WEB);
        assertThat(model.form().get()).isEmpty();
    }
}
