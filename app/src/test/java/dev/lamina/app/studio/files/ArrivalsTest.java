package dev.lamina.app.studio.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ArrivalsTest {
    private final List<String> there = new ArrayList<>();
    private final Arrivals arrivals = new Arrivals();

    @Test
    void documentsComeAtOnce() {
        arrive("a");
        assertThat(there).containsExactly("a prepared", "a");
    }

    @Test
    void heldDocumentsComeInTheirOrderAndLaterOnesAtOnce() {
        arrivals.hold();
        arrive("a");
        arrive("b");
        assertThat(there).isEmpty();

        arrivals.release();
        assertThat(there).containsExactly("a prepared", "a", "b prepared", "b");
        arrive("c");
        assertThat(there).endsWith("c prepared", "c");
    }

    @Test
    void theFirstOfThoseHeldIsPreparedOnceAndShownLater() {
        arrivals.hold();
        arrivals.prepare();
        arrive("a");
        arrive("b");
        arrivals.prepare();
        arrivals.prepare();
        assertThat(there).containsExactly("a prepared");

        arrivals.release();
        assertThat(there).containsExactly("a prepared", "a", "b prepared", "b");
    }

    @Test
    void documentsAreExpectedUntilTheLastIsShown() {
        arrivals.expect();
        arrivals.expect();
        arrive("a");
        assertThat(arrivals.expected().get()).isTrue();
        arrive("b");
        assertThat(arrivals.expected().get()).isFalse();
    }

    @Test
    void oneThatCannotBeShownIsNotExpectedAnyMore() {
        arrivals.expect();
        assertThatThrownBy(() -> arrivals.arrive(() -> () -> {
                    throw new IllegalStateException("no room");
                }))
                .hasMessage("no room");
        assertThat(arrivals.expected().get()).isFalse();
    }

    @Test
    void neitherIsOneThatCannotBePrepared() {
        arrivals.expect();
        assertThatThrownBy(() -> arrivals.arrive(() -> {
                    throw new IllegalStateException("no view");
                }))
                .hasMessage("no view");
        assertThat(arrivals.expected().get()).isFalse();
    }

    private void arrive(String name) {
        arrivals.arrive(() -> {
            there.add(name + " prepared");
            return () -> there.add(name);
        });
    }
}
