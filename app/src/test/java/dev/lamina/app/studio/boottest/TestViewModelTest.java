package dev.lamina.app.studio.boottest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.operation.StepResult;
import dev.lamina.app.operation.StepResult.Passed;
import dev.lamina.app.studio.boottest.TestRow.State;
import dev.lamina.app.studio.boottest.TestViewModel.Phase;
import dev.lamina.app.studio.testing.DirectBackground;
import dev.lamina.model.expect.BootTest;
import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.progress.Reporter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class TestViewModelTest {
    private static final String READY = "the system is ready";
    private static final String PAGE =
            "http://127.0.0.1:8080/ answers with 200 and a page with \"Hello from a Lamina system\"";
    private static final String ROOT = "\"id -u\" in web succeeds and prints \"0\"";

    private static TestViewModel model(Trial trial) {
        return new TestViewModel(new DirectBackground(), () -> trial);
    }

    @Test
    void stepsGetTheirTicks() {
        TestViewModel model = model(FakeTrial.passing());
        List<Phase> phases = new ArrayList<>();
        List<String> shown = new ArrayList<>();
        model.phase().subscribe(phase -> {
            phases.add(phase);
        });
        model.whenWanted(() -> shown.add(model.headline().get()));

        model.test();

        assertThat(phases).containsExactly(Phase.NONE, Phase.BUILDING, Phase.RUNNING, Phase.PASSED);
        assertThat(shown).containsExactly("Building the system, and booting it on a fresh machine…");
        assertThat(model.headline().get()).isEqualTo("Passed: 3 of 3 steps in 5.7 s");
        assertThat(model.explanation().get()).isEmpty();
        assertThat(model.rows())
                .containsExactly(
                        new TestRow(READY, State.PASSED, "", "1.2 s"),
                        new TestRow(PAGE, State.PASSED, "", "1.2 s"),
                        new TestRow(ROOT, State.PASSED, "", "1.2 s"));
    }

    @Test
    void aFailureIsExplainedByTheBoot() {
        TestViewModel model = model(FakeTrial.failing());

        model.test();

        assertThat(model.phase().get()).isEqualTo(Phase.FAILED);
        assertThat(model.headline().get()).isEqualTo("Failed: 1 of 3 steps in 5.7 s");
        assertThat(model.rows().subList(1, 3))
                .containsExactly(
                        new TestRow(PAGE, State.FAILED, "the system has failed: its memory is full", "1.2 s"),
                        new TestRow(ROOT, State.SKIPPED, "the system has failed: its memory is full", ""));
        assertThat(model.explanation().get()).isEqualTo("""
            what failed:
              service web: its memory is full
                seen: web invoked oom-killer
                rule: MEM01 (lamina explain MEM01)
                fix:  give the machine more

            The console showed last:
            [    3.1] web invoked oom-killer
            [    3.2] Kernel panic - not syncing: Out of memory\
            """);
    }

    /// Its steps are told, and then it does something else.
    private abstract static class Other implements Trial {
        @Override
        public BootTest expected() {
            return FakeTrial.TEST;
        }
    }

    @Test
    void theStepThatIsWaitedForIsMarked() {
        List<List<State>> seen = new ArrayList<>();
        List<TestViewModel> models = new ArrayList<>();
        TestViewModel model = model(new Other() {
            @Override
            public End run(BootTest test, Consumer<StepResult> told, Reporter reporter) {
                told.accept(new StepResult(test.steps().getFirst(), new Passed(), Duration.ZERO));
                seen.add(models.getFirst().rows().stream().map(TestRow::state).toList());
                models.getFirst().test(); // in vain, as one runs
                return new Cancelled();
            }
        });
        models.add(model);

        model.test();

        assertThat(seen).containsExactly(List.of(State.PASSED, State.RUNNING, State.OPEN));
        assertThat(model.rows()).extracting(TestRow::state).containsExactly(State.PASSED, State.OPEN, State.OPEN);
        assertThat(model.headline().get()).isEqualTo("The test was cancelled. Its machine has ended.");
        assertThat(model.phase().get()).isEqualTo(Phase.BROKEN);
    }

    @Test
    void whatCannotBeTestedSaysWhatToDo() {
        TestViewModel nothing = model(new Trial() {
            @Override
            public BootTest expected() {
                throw new InputException("nothing is expected", "write it down");
            }

            @Override
            public End run(BootTest test, Consumer<StepResult> told, Reporter reporter) {
                throw new AssertionError();
            }
        });
        TestViewModel missing = model(new Other() {
            @Override
            public End run(BootTest test, Consumer<StepResult> told, Reporter reporter) {
                return new Broken(new EnvironmentException("QEMU is not there", "install it"));
            }
        });

        nothing.test();
        missing.test();

        assertThat(nothing.headline().get()).isEqualTo("nothing is expected");
        assertThat(nothing.explanation().get()).isEqualTo("write it down");
        assertThat(nothing.rows()).isEmpty();
        assertThat(missing.headline().get()).isEqualTo("QEMU is not there");
        assertThat(missing.explanation().get()).isEqualTo("install it");
        assertThat(missing.rows()).extracting(TestRow::state).containsOnly(State.OPEN);
        missing.test();
        assertThat(missing.phase().get()).isEqualTo(Phase.BROKEN);
    }

    @Test
    void actionsSayWhyTheyCannotBeDone() {
        TestViewModel model = model(FakeTrial.passing());

        assertThat(TestActions.of(model))
                .extracting(action -> action.id() + ": " + action.blocked().getValue())
                .containsExactly("boottest.run: ", "boottest.cancel: No test is running");
    }
}
