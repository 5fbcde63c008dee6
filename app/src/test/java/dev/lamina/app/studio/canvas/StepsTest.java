package dev.lamina.app.studio.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.canvas.Steps.Way;
import dev.lamina.app.studio.session.Lane;
import dev.lamina.app.studio.session.Place;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Three cards fit in a row.
final class StepsTest {
    private static final Map<Lane, Integer> SOME =
            Map.of(Lane.KERNEL, 1, Lane.ONBOOT, 2, Lane.SERVICES, 5, Lane.FILES, 1);

    private final Steps steps = of(Set.of());

    private static Steps of(Set<Lane> closed) {
        return new Steps(CanvasLayout.of(Metrics.USUAL, 800, lane -> SOME.getOrDefault(lane, 0), closed));
    }

    private static Place service(int index) {
        return new Place(Lane.SERVICES, index);
    }

    @Test
    void downLeadsToTheCardBelow() {
        assertThat(steps.from(service(1), Way.DOWN)).contains(service(4));
        assertThat(steps.from(service(2), Way.DOWN)).contains(service(4)); // the nearest of a shorter row
        assertThat(steps.from(service(4), Way.DOWN)).contains(new Place(Lane.FILES, 0));
        assertThat(steps.from(new Place(Lane.FILES, 0), Way.DOWN)).isEmpty();
    }

    @Test
    void upLeadsOverEmptyLanes() {
        assertThat(steps.from(service(2), Way.UP)).contains(new Place(Lane.ONBOOT, 1));
        assertThat(steps.from(new Place(Lane.ONBOOT, 1), Way.UP)).contains(Place.KERNEL);
    }

    @Test
    void leftAndRightFollowTheBootOrder() {
        assertThat(steps.from(service(0), Way.LEFT)).contains(new Place(Lane.ONBOOT, 1));
        assertThat(steps.from(service(2), Way.RIGHT)).contains(service(3));
        assertThat(steps.from(Place.KERNEL, Way.LEFT)).isEmpty();
    }

    @Test
    void homeAndEndAreThoseOfTheLane() {
        assertThat(steps.from(service(2), Way.HOME)).contains(service(0));
        assertThat(steps.from(service(2), Way.END)).contains(service(4));
        assertThat(steps.first()).contains(Place.KERNEL);
        assertThat(steps.last()).contains(new Place(Lane.FILES, 0));
    }

    @Test
    void closedLanesAreSkipped() {
        assertThat(of(Set.of(Lane.SERVICES)).from(new Place(Lane.ONBOOT, 0), Way.DOWN))
                .contains(new Place(Lane.FILES, 0));
    }

    @Test
    void aRangeGoesAcrossLanesInBothDirections() {
        assertThat(steps.range(service(1), Place.KERNEL))
                .containsExactly(
                        Place.KERNEL, new Place(Lane.ONBOOT, 0), new Place(Lane.ONBOOT, 1), service(0), service(1));
    }
}
