package dev.lamina.app.studio.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.session.Lane;
import dev.lamina.app.studio.session.Place;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

final class CanvasLayoutTest {
    private static final Map<Lane, Integer> SOME =
            Map.of(Lane.KERNEL, 1, Lane.INIT, 2, Lane.ONBOOT, 3, Lane.SERVICES, 7, Lane.FILES, 1);

    private final CanvasLayout layout = of(800, Set.of());

    private static CanvasLayout of(double width, Set<Lane> closed) {
        return CanvasLayout.of(Metrics.USUAL, width, lane -> SOME.getOrDefault(lane, 0), closed);
    }

    @Test
    void lanesStandBelowOneAnotherInBootOrder() {
        assertThat(layout.lanes()).map(LaneBox::lane).containsExactly(Lane.values());
        for (int i = 1; i < Lane.values().length; i++) {
            assertThat(layout.lanes().get(i).bounds().getMinY())
                    .isEqualTo(layout.lanes().get(i - 1).bounds().getMaxY() + Metrics.USUAL.margin());
        }
    }

    @Test
    void cardsGoOnInTheNextRowWhenOneIsFull() {
        assertThat(layout.lane(Lane.SERVICES).columns()).isEqualTo(3);
        Rectangle2D first = layout.card(new Place(Lane.SERVICES, 0));
        Rectangle2D fourth = layout.card(new Place(Lane.SERVICES, 3));
        assertThat(fourth.getMinX()).isEqualTo(first.getMinX());
        assertThat(fourth.getMinY()).isEqualTo(first.getMaxY() + Metrics.USUAL.gap());
    }

    @Test
    void everyCardLiesInItsLaneAndIsFoundWhereItLies() {
        for (LaneBox box : layout.lanes()) {
            for (int i = 0; i < box.count(); i++) {
                Rectangle2D card = box.card(i);
                assertThat(box.bounds().contains(card)).isTrue();
                assertThat(layout.at(card.getMinX() + 1, card.getMaxY() - 1)).contains(new Place(box.lane(), i));
            }
        }
        assertThat(layout.at(1, 1)).isEmpty();
    }

    @Test
    void whatIsInSightIsWhatIntersectsIt() {
        Random random = new Random(7);
        for (int n = 0; n < 200; n++) {
            Rectangle2D part = new Rectangle2D(
                    random.nextDouble(700), random.nextDouble(900), random.nextDouble(400), random.nextDouble(400));
            assertThat(layout.within(part))
                    .containsExactlyElementsOf(layout.lanes().stream()
                            .flatMap(box -> java.util.stream.IntStream.range(0, box.count())
                                    .filter(i -> box.card(i).intersects(part))
                                    .mapToObj(i -> new Place(box.lane(), i)))
                            .toList());
        }
    }

    @Test
    void aSlotIsInFrontOfTheCardWhoseLeftHalfIsMeant() {
        LaneBox services = layout.lane(Lane.SERVICES);
        Rectangle2D second = services.card(1);
        double y = second.getMinY() + 10;
        assertThat(services.slot(second.getMinX() + 10, y)).isEqualTo(1);
        assertThat(services.slot(second.getMaxX() - 10, y)).isEqualTo(2);
        assertThat(services.slot(5000, y)).isEqualTo(3);
        assertThat(services.slot(5000, 5000)).isEqualTo(7);
    }

    @Test
    void theMarkAtTheEndOfARowStandsBehindItsLastCard() {
        LaneBox services = layout.lane(Lane.SERVICES);
        assertThat(services.mark(3, services.card(2).getMaxX()).getMinX())
                .isGreaterThan(services.card(2).getMaxX());
        assertThat(services.mark(3, services.card(3).getMinX()).getMaxX())
                .isLessThan(services.card(3).getMinX());
    }

    @Test
    void aClosedLaneIsAStripWithoutCards() {
        CanvasLayout closed = of(800, Set.of(Lane.SERVICES));
        assertThat(closed.lane(Lane.SERVICES).bounds().getHeight()).isEqualTo(Metrics.USUAL.closedHeight());
        assertThat(closed.within(new Rectangle2D(0, 0, 5000, 5000))).noneMatch(place -> place.lane() == Lane.SERVICES);
        assertThat(closed.lane(Lane.SERVICES).slot(300, 400)).isEqualTo(7);
    }

    @Test
    void allIsSeenAfterFittingHoweverManyThereAre() {
        CanvasLayout many =
                CanvasLayout.fitting(Metrics.USUAL, 900, 600, lane -> lane == Lane.SERVICES ? 500 : 1, Set.of());
        Camera camera = Camera.fitting(many, 900, 600);
        assertThat(camera.zoom()).isGreaterThan(0.2);
        assertThat(camera.seen(900, 600).getMaxY()).isGreaterThanOrEqualTo(many.height() - 1);
        assertThat(camera.seen(900, 600).getMaxX()).isGreaterThanOrEqualTo(many.width() - 1);
    }

    @Test
    void everythingGrowsWithTheFont() {
        CanvasLayout large = CanvasLayout.of(new Metrics(39), 2400, lane -> SOME.getOrDefault(lane, 0), Set.of());
        assertThat(large.card(new Place(Lane.SERVICES, 4)))
                .isEqualTo(scaled(layout.card(new Place(Lane.SERVICES, 4)), 3));
    }

    private static Rectangle2D scaled(Rectangle2D part, double by) {
        return new Rectangle2D(part.getMinX() * by, part.getMinY() * by, part.getWidth() * by, part.getHeight() * by);
    }
}
