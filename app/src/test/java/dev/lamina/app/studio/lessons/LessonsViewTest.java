package dev.lamina.app.studio.lessons;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.operation.Lessons;
import dev.lamina.app.studio.look.Theme;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.testing.Legibility;
import dev.lamina.app.studio.testing.Pictures;
import dev.lamina.app.studio.testing.Sessions;
import dev.lamina.app.studio.testing.Window;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@SuppressWarnings("NullAway.Init") // made by show
final class LessonsViewTest {
    @TempDir
    Path home = Path.of("");

    private final List<LessonStart> started = new ArrayList<>();
    private final FakeWorld world = new FakeWorld();
    private LessonsViewModel model;
    private LessonsView view;
    private Window window;

    private void show(String document, int before, Theme theme) {
        world.document = document;
        world.before = before;
        Desk desk = Sessions.desk(home);
        window = Window.show(
                () -> {
                    model = new LessonsViewModel(world, started::add);
                    view = new LessonsView(model, desk);
                    return (Parent) view.node();
                },
                420,
                900,
                theme);
        Window.run(() -> view.focus());
    }

    @AfterEach
    void close() {
        window.close();
    }

    private Node find(String selector) {
        return Objects.requireNonNull(window.scene().lookup(selector), selector);
    }

    private List<String> faults() {
        return Window.call(() -> Legibility.faults(window.scene()));
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK", "HIGH_CONTRAST"})
    void theListCanBeRead(Theme theme) {
        show("other", 0, theme);

        Pictures.save(window, "lessons-list-" + theme);
        assertThat(faults()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK", "HIGH_CONTRAST"})
    void aStepCanBeReadWithAllThatBelongsToIt(Theme theme) {
        show("least-privilege", 1, theme);
        world.so.add(model.step().orElseThrow().checks().getFirst());
        Window.run(() -> {
            model.check();
            model.hint().set(true);
            model.solution().set(true);
        });

        Pictures.save(window, "lessons-step-" + theme);
        assertThat(faults()).isEmpty();
    }

    @Test
    void largeLettersAreNotCutOff() {
        show("networks", 2, Theme.LIGHT);
        Window.run(() -> window.scene().getRoot().setStyle("-fx-font-size: 26px;"));

        Pictures.save(window, "lessons-large");
        assertThat(faults()).isEmpty();
    }

    @Test
    void aLessonIsBegunWithTheKeyboard() {
        show("other", 0, Theme.LIGHT);

        window.robot().press(KeyCode.SPACE).release(KeyCode.SPACE);

        Window.until(() -> !started.isEmpty());
        assertThat(started).extracting(LessonStart::fileName).containsExactly("anatomy.yml");
    }

    @Test
    void aStepIsCheckedAndTheNextOneIsOpenedWithTheKeyboard() {
        show("anatomy", 0, Theme.LIGHT);
        world.all(model.step().orElseThrow());

        window.robot().press(KeyCode.SPACE).release(KeyCode.SPACE);
        Window.until(() -> model.done().get() == 1);
        assertThat(Window.call(() -> find(".lesson-next").isFocused())).isTrue();
        Pictures.save(window, "lessons-done");
        window.robot().press(KeyCode.SPACE).release(KeyCode.SPACE);

        Window.until(() -> model.shown().get() == 1);
        assertThat(Window.call(() -> find(".lesson-check").isFocused())).isTrue();
        double top =
                Window.call(() -> find(".lesson-step.shown").localToScene(0, 0).getY());
        assertThat(top).as("the step begins at the top").isBetween(0.0, 200.0);
    }

    @Test
    void hintAndSolutionComeOnDemand() {
        show("anatomy", 0, Theme.LIGHT);
        assertThat(find(".lesson-hint").isVisible()).isFalse();

        Window.run(() -> ((ToggleButton) find(".lesson-hint-button")).fire());
        Window.run(() -> ((ToggleButton) find(".lesson-solution-button")).fire());
        Window.run(() -> ((Button) find(".lesson-solve")).fire());

        assertThat(find(".lesson-hint").isVisible()).isTrue();
        assertThat(world.calls).containsExactly("solve 1");
    }

    @Test
    void theDocumentsOwnTextIsSolved() {
        Desk desk = Sessions.desk(home);
        var lesson = new Lessons(home).get("least-privilege");
        DocumentSession session = Sessions.session(desk, lesson.begin());
        show("other", 0, Theme.LIGHT);

        LiveWorld live = Window.call(() -> new LiveWorld(session, desk));
        Window.run(() -> live.solve(lesson.steps().get(1), 2));

        assertThat(session.text().get()).isEqualTo(lesson.text(2));
        assertThat(live.lesson()).contains("test");
        assertThat(live.blocked(lesson.steps().get(1)))
                .isEqualTo("The text is right so far. Now run the system, and check again.");
    }
}
