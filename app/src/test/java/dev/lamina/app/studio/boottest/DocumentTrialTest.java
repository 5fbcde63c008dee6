package dev.lamina.app.studio.boottest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.app.operation.MachineOptions;
import dev.lamina.app.operation.StepResult;
import dev.lamina.app.operation.VmPrograms;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.testing.PlayedOperations;
import dev.lamina.app.studio.testing.Sessions;
import dev.lamina.app.testing.FakeHypervisor;
import dev.lamina.model.expect.BootTest;
import dev.lamina.model.expect.Expectation;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.ByteSize;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class DocumentTrialTest {
    @TempDir
    Path home = Path.of("");

    private final FakeHypervisor hypervisor = new FakeHypervisor(vm -> vm.print("host login: "));

    private record Machine(MachineOptions options, BootTest test) implements TestedMachine {
        @Override
        public VmPrograms programs() {
            return VmPrograms.USUAL;
        }
    }

    private DocumentTrial trial(String text, BootTest test) {
        Desk desk = Sessions.desk(home);
        DocumentSession session = Sessions.session(desk, "kernel: {image: lamina/kernel}\n");
        session.type(text);
        Machine machine = new Machine(MachineOptions.DEFAULT.withMemory(ByteSize.parse("300M")), test);
        return new DocumentTrial(session, new PlayedOperations(home, hypervisor), machine, "web.yml");
    }

    private static BootTest expecting(String text) {
        return new BootTest(
                Optional.of(Duration.ofSeconds(50)),
                Optional.empty(),
                List.of(new BootTest.Step(new Expectation.Console(text), Optional.empty())));
    }

    @Test
    void theTextAsItIsNowIsTestedOnTheMachineOfTheSideFile() {
        DocumentTrial trial = trial("kernel: {image: lamina/kernel} # new\n", expecting("login:"));
        List<StepResult> told = new ArrayList<>();

        Trial.End end = trial.run(trial.expected(), told::add, Reporter.silent());

        assertThat(end).isInstanceOfSatisfying(Trial.Finished.class, finished -> {
            assertThat(finished.report().passed()).isTrue();
            assertThat(finished.report().steps()).isEqualTo(told);
        });
        assertThat(hypervisor.specs().getFirst().memoryMib()).isEqualTo(300);
        assertThat(hypervisor.machines().getFirst().state().isFinal()).isTrue();
    }

    @Test
    void aTextThatIsWrongIsNotTested() {
        DocumentTrial trial = trial("kernel: {image: lamina/kernel}\nservises: []\n", expecting("login:"));

        assertThat(trial.run(trial.expected(), result -> {}, Reporter.silent()))
                .isInstanceOfSatisfying(
                        Trial.Broken.class,
                        broken -> assertThat(broken.problem()).hasMessageContaining("servises"));
        assertThat(hypervisor.specs()).isEmpty();
    }

    @Test
    void aTestThatIsCancelledEndsItsMachine() {
        DocumentTrial trial = trial("kernel: {image: lamina/kernel}\n", expecting("never"));
        AtomicBoolean cancelled = new AtomicBoolean();
        Reporter reporter =
                new Reporter(progress -> cancelled.set(!hypervisor.machines().isEmpty()), cancelled::get);

        assertThat(trial.run(trial.expected(), result -> {}, reporter)).isEqualTo(new Trial.Cancelled());
        assertThat(hypervisor.machines().getFirst().state().isFinal()).isTrue();
    }

    @Test
    void whereNothingIsExpectedItIsSaidHowToWriteIt() {
        DocumentTrial trial = trial("kernel: {image: lamina/kernel}\n", BootTest.NONE);

        assertThatThrownBy(trial::expected).hasMessage("Nothing is expected of this system");
    }
}
