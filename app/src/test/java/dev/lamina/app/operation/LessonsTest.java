package dev.lamina.app.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.app.lesson.Lesson;
import dev.lamina.app.lesson.LessonStep;
import dev.lamina.app.operation.LessonFolder.State;
import dev.lamina.model.conformance.Conformance;
import dev.lamina.model.edit.Document;
import dev.lamina.model.yaml.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LessonsTest {
    @TempDir
    Path folder = Path.of("");

    private static final String OWN = """
        title: Mine
        for: Me
        teaches: do it
        minutes: 1
        begin: "kernel: {image: lamina/kernel}\\n"
        steps:
          - {title: One, text: Do it., hint: Do., check: [{console: done}]}
        """;

    private Lessons lessons() {
        return new Lessons(folder.resolve("lessons"));
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve("lessons"));
        Files.writeString(folder.resolve("lessons").resolve(name), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"anatomy", "least-privilege", "data", "networks", "failures"})
    void aLessonOfOursCanBeTakenInOneSitting(String id) {
        Lesson lesson = lessons().get(id);

        assertThat(lesson.steps()).hasSizeBetween(4, 7);
        assertThat(lesson.minutes()).isBetween(10, 45);
        assertThat(lesson.steps()).allMatch(step -> !step.ofMachine().isEmpty(), "is checked by what happens");
        assertThat(lesson.steps()).allMatch(LessonsTest::hasSolution);
        for (int step = 0; step <= lesson.steps().size(); step++) {
            Document document = Document.of(new SourceText(lesson.fileName(), lesson.text(step)));
            assertThat(document.read().problems()).as("after step " + step).isEmpty();
        }
    }

    private static boolean hasSolution(LessonStep step) {
        boolean typed = !step.solution().typed().isEmpty();
        return step.place() == LessonStep.Place.CONSOLE
                ? typed
                : !typed && !step.solution().replacements().isEmpty();
    }

    @Test
    void theExampleForTrainersIsALesson() throws IOException {
        String page = Files.readString(Conformance.checkout().resolve("docs/lessons.md"));
        String fence = "```yaml\n";
        String example = page.substring(page.indexOf(fence) + fence.length());
        write("greet.yml", example.substring(0, example.indexOf("```")));

        assertThat(lessons().get("greet").steps()).hasSize(1);
    }

    @Test
    void ownLessonsComeLastAndTakeThePlaceOfOurs() throws IOException {
        write("zebra.yml", OWN);
        write("data.yml", OWN);
        write("notes.txt", "no lesson");

        assertThat(lessons().all().lessons())
                .extracting(Lesson::id)
                .containsExactly("anatomy", "least-privilege", "networks", "failures", "data", "zebra");
        assertThat(lessons().get("data").title()).isEqualTo("Mine");
    }

    @Test
    void aLessonThatCannotBeReadIsPassedOverWithItsPlace() throws IOException {
        write("bad.yml", OWN.replace("minutes: 1", "minutes: never"));

        Lessons.Shelf shelf = lessons().all();

        assertThat(shelf.lessons()).hasSize(5);
        assertThat(shelf.broken())
                .extracting(Throwable::getMessage)
                .containsExactly(folder.resolve("lessons/bad.yml") + ":4:10: a number from 1 to 600 is expected here");
    }

    @Test
    void anUnknownLessonIsSaidToBeUnknown() {
        assertThatThrownBy(() -> lessons().get("anatomie")).hasMessage("there is no lesson \"anatomie\"");
    }

    @Test
    void aFolderHoldsTheDocumentTheSideFileAndHowFarOneIs() throws IOException {
        Lesson lesson = lessons().get("networks");
        LessonFolder place = new LessonFolder(folder.resolve("here"));

        place.begin(lesson, 2, false);

        assertThat(place.state()).isEqualTo(new State("networks", 2));
        assertThat(folder.resolve("here/networks.yml")).hasContent(lesson.text(2));
        assertThat(folder.resolve("here/networks.lamina.yml"))
                .hasContent("run:\n  memory: 256M\n  publish:\n    - \"8080:80\"\n");
        assertThatThrownBy(() -> place.begin(lesson, 0, false))
                .hasMessage(folder.resolve("here/networks.yml") + " is there already");

        place.begin(lesson, 0, true);
        assertThat(place.state()).isEqualTo(new State("networks", 0));
    }

    @Test
    void beginningAnewForgetsTheDisk() throws IOException {
        Lesson lesson = lessons().get("data");
        LessonFolder place = new LessonFolder(folder);
        place.begin(lesson, 0, false);
        Files.writeString(folder.resolve("data.img"), "old");

        place.begin(lesson, 0, true);

        assertThat(folder.resolve("data.img")).doesNotExist();
    }

    @Test
    void aDiskOfSomebodyElseIsLeftAlone() throws IOException {
        LessonFolder place = new LessonFolder(folder);
        Files.writeString(folder.resolve("data.img"), "mine");

        assertThatThrownBy(() -> place.begin(lessons().get("data"), 0, false))
                .hasMessage(folder.resolve("data.img") + " is there already");

        assertThat(folder.resolve("data.img")).hasContent("mine");
        assertThat(folder.resolve("data.yml")).doesNotExist();
    }

    @Test
    void aFolderWithoutALessonSaysSo() throws IOException {
        assertThatThrownBy(() -> new LessonFolder(folder).state()).hasMessage("no lesson was begun in " + folder);
        Files.writeString(folder.resolve(".lamina-lesson"), "lesson=data\ndone=many\n");
        assertThatThrownBy(() -> new LessonFolder(folder).state()).hasMessage("no lesson was begun in " + folder);
    }
}
