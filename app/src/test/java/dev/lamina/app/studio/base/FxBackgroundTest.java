package dev.lamina.app.studio.base;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.testing.Window;
import dev.lamina.model.problem.CancelledException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class FxBackgroundTest {
    private final FxBackground background = Window.call(FxBackground::new);
    private final List<Object> told = new ArrayList<>();

    @AfterEach
    void close() {
        Window.run(background::close);
    }

    private Background.Job start(Runnable work) {
        return Window.call(() -> background.start(
                "a job",
                reporter -> {
                    work.run();
                    return "done";
                },
                told::add,
                told::add));
    }

    @Test
    void ofWorkThatIsCancelledNothingIsTold() {
        start(() -> {
            throw new CancelledException();
        });
        Window.until(() -> background.running().isEmpty());
        assertThat(told).isEmpty();
    }

    @Test
    void workThatRecursesTooDeepHasFailedAndIsOver() {
        start(() -> {
            throw new StackOverflowError();
        });
        Window.until(() -> background.running().isEmpty());
        assertThat(told)
                .singleElement()
                .isInstanceOfSatisfying(
                        IllegalStateException.class,
                        problem -> assertThat(problem.getCause()).isInstanceOf(StackOverflowError.class));
    }

    @Test
    void workThatLacksALibraryHasFailedAndIsOver() {
        start(() -> {
            throw new NoClassDefFoundError("a library");
        });
        Window.until(() -> background.running().isEmpty());
        assertThat(told)
                .singleElement()
                .isInstanceOfSatisfying(
                        IllegalStateException.class,
                        problem -> assertThat(problem).hasMessageContaining("a library"));
    }

    @Test
    void whatIsStartedAfterTheEndIsNotDone() {
        Window.run(background::close);
        start(() -> told.add("it ran")).cancel();
        assertThat(Window.call(() -> List.copyOf(background.running()))).isEmpty();
        assertThat(told).isEmpty();
    }
}
