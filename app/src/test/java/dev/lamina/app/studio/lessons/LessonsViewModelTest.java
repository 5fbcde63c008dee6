package dev.lamina.app.studio.lessons;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.lesson.Lesson;
import dev.lamina.app.lesson.LessonStep;
import dev.lamina.app.operation.Lessons;
import dev.lamina.model.expect.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LessonsViewModelTest {
    private final FakeWorld world = new FakeWorld();
    private final List<LessonStart> started = new ArrayList<>();
    private final LessonsViewModel model = new LessonsViewModel(world, started::add);
    private final Lessons.Shelf shelf = new Lessons(Path.of("none")).all();

    private Lesson lesson(String id) {
        return shelf.lessons().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private LessonStep step(int number) {
        return lesson(world.document).steps().get(number);
    }

    @Test
    void allLessonsAreListedWhileTheDocumentBelongsToNone() {
        world.document = "web";

        model.found(shelf);

        assertThat(model.lessons().get())
                .extracting(Lesson::id)
                .containsExactly("anatomy", "least-privilege", "data", "networks", "failures");
        assertThat(model.taken().get()).isEmpty();
        assertThat(model.here()).isEmpty();
    }

    @Test
    void beginningALessonOpensItsDocumentAndSaysHowItIsRun() {
        model.begin(lesson("networks"));

        assertThat(started)
                .containsExactly(new LessonStart(
                        "networks.yml",
                        lesson("networks").begin(),
                        "run:\n  memory: 256M\n  publish:\n    - \"8080:80\"\n"));
    }

    @Test
    void theLessonOfTheDocumentIsTakenWhereItWasLeft() {
        world.before = 2;

        model.found(shelf);

        assertThat(model.taken().get()).contains(lesson("anatomy"));
        assertThat(model.done().get()).isEqualTo(2);
        assertThat(model.step()).contains(step(2));
    }

    @Test
    void aStepThatIsDoneOpensTheNextOne() {
        model.found(shelf);
        world.all(step(0));

        model.check();

        assertThat(model.outcomes().get()).allMatch(Outcome::holds);
        assertThat(model.done().get()).isEqualTo(1);
        assertThat(model.shown().get()).as("what was found can still be read").isZero();
        model.next();
        assertThat(model.step()).contains(step(1));
        assertThat(model.outcomes().get()).isEmpty();
        assertThat(world.calls).containsExactly("document", "machine", "keep 1");
    }

    @Test
    void aStepThatIsNotDoneSaysWhatIsOtherwise() {
        model.found(shelf);

        model.check();

        assertThat(model.outcomes().get()).extracting(Outcome::found).containsExactly("it is otherwise");
        assertThat(model.done().get()).isZero();
        model.next();
        assertThat(model.shown().get()).as("no step is passed over").isZero();
    }

    @Test
    void theMachineIsNotAskedWhileTheTextIsWrong() {
        world.document = "least-privilege";
        world.before = 1;
        model.found(shelf);

        model.check();

        assertThat(world.calls).containsExactly("document");
        assertThat(model.outcomes().get()).hasSize(step(1).ofDocument().size());
    }

    @Test
    void whenTheMachineCannotBeAskedItIsSaidWhy() {
        model.found(shelf);
        world.all(step(0));
        world.blocked = "run it";

        model.check();

        assertThat(model.message().get()).isEqualTo("run it");
        assertThat(model.checking().get()).isFalse();
        assertThat(model.done().get()).isZero();
    }

    @Test
    void aStepThatIsDoneCanBeLookedAtAgainAndCountsOnce() {
        world.before = 2;
        model.found(shelf);
        world.all(step(0));

        model.show(0);
        model.check();

        assertThat(model.done().get()).isEqualTo(2);
        assertThat(model.step()).contains(step(0));
    }

    @Test
    void hintAndSolutionAreHiddenAgainAtTheNextStep() {
        world.before = 1;
        model.found(shelf);
        model.hint().set(true);
        model.solution().set(true);

        model.show(0);

        assertThat(model.hint().get()).isFalse();
        assertThat(model.solution().get()).isFalse();
    }

    @Test
    void theSolutionIsWrittenIntoTheDocument() {
        world.before = 1;
        model.found(shelf);

        model.solve();

        assertThat(world.calls).containsExactly("solve 2");
    }

    @Test
    void afterTheLastStepTheLessonIsOver() {
        world.before = 4;
        model.found(shelf);
        world.all(step(4));

        model.check();
        model.next();

        assertThat(model.done().get()).isEqualTo(5);
        assertThat(model.step()).isEmpty();
    }

    @Test
    void theListCanBeLookedAtAndLeft() {
        world.before = 1;
        model.found(shelf);

        model.list();
        assertThat(model.taken().get()).isEmpty();
        model.resume();

        assertThat(model.taken().get()).isEqualTo(Optional.of(lesson("anatomy")));
        assertThat(model.shown().get()).isEqualTo(1);
    }
}
