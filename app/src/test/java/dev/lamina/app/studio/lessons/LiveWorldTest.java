package dev.lamina.app.studio.lessons;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.lesson.Lesson;
import dev.lamina.app.lesson.LessonStep;
import dev.lamina.app.operation.LessonFolder;
import dev.lamina.app.operation.LessonFolder.State;
import dev.lamina.app.operation.Lessons;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.session.Live.Phase;
import dev.lamina.app.studio.testing.Sessions;
import dev.lamina.app.testing.FakeHypervisor;
import dev.lamina.app.testing.FakeVm;
import dev.lamina.model.BootMedia;
import dev.lamina.model.edit.Document;
import dev.lamina.model.expect.Outcome;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.model.yaml.SourceText;
import dev.lamina.vmlaunch.VmHandle;
import dev.lamina.vmlaunch.VmSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LiveWorldTest {
    @TempDir
    Path home = Path.of("");

    private final Lesson anatomy = new Lessons(Path.of("none")).get("anatomy");
    private final List<Outcome> outcomes = new ArrayList<>();
    private final List<Exception> problems = new ArrayList<>();

    private DocumentSession session(Desk desk, String name, String text) {
        return new DocumentSession(
                Document.of(new SourceText(name, text)),
                desk.operations().liveReview()::review,
                desk.background(),
                desk.clock());
    }

    private VmHandle machine() {
        VmSpec spec =
                VmSpec.of("m", new BootMedia.KernelInitrd(Arch.AMD64, home.resolve("k"), Optional.empty(), ""), home);
        return new FakeHypervisor(vm -> {}).start(spec, Reporter.silent());
    }

    @Test
    void theLessonIsKnownByTheNameOfTheDocument() {
        Desk desk = Sessions.desk(home);

        assertThat(new LiveWorld(session(desk, "anatomy.yml", ""), desk).lesson())
                .contains("anatomy");
        assertThat(new LiveWorld(session(desk, "least-privilege-2.yml", ""), desk).lesson())
                .contains("least-privilege");
        assertThat(new LiveWorld(session(desk, home.resolve("data.yml").toString(), ""), desk).lesson())
                .contains("data");
    }

    @Test
    void theTextIsLookedAtAsItIsTyped() {
        Desk desk = Sessions.desk(home);
        Lesson lesson = new Lessons(home).get("least-privilege");
        DocumentSession session = session(desk, "least-privilege.yml", lesson.text(4));
        LiveWorld world = new LiveWorld(session, desk);
        LessonStep last = lesson.steps().get(4);

        world.ofDocument(last, outcomes::addAll, problems::add);
        assertThat(outcomes).extracting(Outcome::holds).containsExactly(true, false, true);

        outcomes.clear();
        session.type(lesson.text(5));
        world.ofDocument(last, outcomes::addAll, problems::add);
        assertThat(outcomes).extracting(Outcome::holds).containsExactly(true, true, true);

        session.type("kernel: [");
        world.ofDocument(last, outcomes::addAll, problems::add);
        assertThat(problems).hasSize(1);
    }

    @Test
    void theMachineIsAskedWhileItRunsWhatIsWritten() {
        Desk desk = Sessions.desk(home);
        DocumentSession session = session(desk, "anatomy.yml", anatomy.text(3));
        LiveWorld world = new LiveWorld(session, desk);
        LessonStep atConsole = anatomy.steps().get(3);
        assertThat(world.blocked(atConsole)).startsWith("The text is right so far. Now run");

        session.live().begin(Phase.BUILDING);
        assertThat(world.blocked(atConsole)).startsWith("The system is on its way.");
        try (VmHandle vm = machine()) {
            session.live().runs(vm);
            assertThat(world.blocked(atConsole)).startsWith("The system is still booting.");
            session.live().enter(Phase.READY);
            assertThat(world.blocked(atConsole)).isEmpty();

            session.type(anatomy.text(4) + "# more\n");
            assertThat(world.blocked(atConsole)).startsWith("The system that runs was made of an older text.");
        }
    }

    @Test
    void whatAMachineToldIsKnownAfterItsEnd() {
        Desk desk = Sessions.desk(home);
        DocumentSession session = session(desk, "anatomy.yml", anatomy.text(5));
        LiveWorld world = new LiveWorld(session, desk);
        LessonStep powerOff = anatomy.steps().get(4);
        session.live().begin(Phase.BUILDING);
        FakeVm vm = (FakeVm) machine();
        session.live().runs(vm);
        vm.send("exit", Map.of("name", "goodbye", "code", "0"));
        vm.powerOff();
        session.live().ended(Phase.OFF, "");

        assertThat(world.blocked(powerOff)).isEmpty();
        assertThat(world.blocked(anatomy.steps().getFirst())).startsWith("The text is right so far. Now run");
        world.ofMachine(powerOff, outcomes::addAll, problems::add);
        assertThat(outcomes).extracting(Outcome::holds).containsExactly(true);
    }

    @Test
    void windowAndCommandLineShareHowFarOneIs() throws IOException {
        Desk desk = Sessions.desk(home);
        LessonFolder folder = new LessonFolder(home.resolve("course"));
        folder.begin(anatomy, 2, false);
        LiveWorld world = new LiveWorld(session(desk, folder.document(anatomy).toString(), anatomy.text(2)), desk);
        List<Integer> before = new ArrayList<>();

        world.resume(before::add);
        world.keep(3);

        assertThat(before).containsExactly(2);
        assertThat(folder.state()).isEqualTo(new State("anatomy", 3));
    }
}
