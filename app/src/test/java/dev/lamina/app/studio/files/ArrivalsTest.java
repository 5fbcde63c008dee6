package dev.lamina.app.studio.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ArrivalsTest {
    private final List<String> there = new ArrayList<>();
    private final Arrivals arrivals = new Arrivals();

    @Test
    void documentsComeAtOnce() {
        arrivals.arrive(() -> there.add("a"));
        assertThat(there).containsExactly("a");
    }

    @Test
    void heldDocumentsComeInTheirOrderAndLaterOnesAtOnce() {
        Runnable release = arrivals.hold();
        arrivals.arrive(() -> there.add("a"));
        arrivals.arrive(() -> there.add("b"));
        assertThat(there).isEmpty();

        release.run();
        assertThat(there).containsExactly("a", "b");
        arrivals.arrive(() -> there.add("c"));
        assertThat(there).containsExactly("a", "b", "c");
    }
}
