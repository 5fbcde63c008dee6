package dev.lamina.app.studio.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SquaresTest {
    private static final Box AREA = new Box(10, 20, 600, 400);

    @Test
    void theExampleOfThePaperComesOutAsThere() {
        List<Box> boxes = Squares.of(new Box(0, 0, 6, 4), List.of(6., 6., 4., 3., 2., 2., 1.));
        assertThat(boxes.get(0)).isEqualTo(new Box(0, 0, 3, 2));
        assertThat(boxes.get(1)).isEqualTo(new Box(0, 2, 3, 2));
        assertThat(boxes.get(2).width()).isCloseTo(12 / 7.0, within(1e-9));
        assertThat(boxes.get(2).height()).isCloseTo(7 / 3.0, within(1e-9));
    }

    @Test
    void partsFillTheAreaByTheirWeightsAndDoNotOverlap() {
        Random random = new Random(4);
        for (int round = 0; round < 50; round++) {
            List<Double> weights = random.doubles(1 + random.nextInt(40), 0.01, 100)
                    .boxed()
                    .sorted(Comparator.reverseOrder())
                    .toList();
            double whole = weights.stream().mapToDouble(each -> each).sum();
            List<Box> boxes = Squares.of(AREA, weights);
            assertThat(boxes).hasSameSizeAs(weights);
            for (int i = 0; i < boxes.size(); i++) {
                Box box = boxes.get(i);
                assertThat(box.area()).isCloseTo(weights.get(i) / whole * AREA.area(), within(1e-6));
                assertThat(box.x()).isGreaterThanOrEqualTo(AREA.x() - 1e-6);
                assertThat(box.x() + box.width()).isLessThanOrEqualTo(AREA.x() + AREA.width() + 1e-6);
                assertThat(box.y() + box.height()).isLessThanOrEqualTo(AREA.y() + AREA.height() + 1e-6);
                for (int j = 0; j < i; j++) {
                    assertThat(overlap(box, boxes.get(j))).isLessThan(1e-6);
                }
            }
        }
    }

    private static double overlap(Box one, Box other) {
        double width = Math.min(one.x() + one.width(), other.x() + other.width()) - Math.max(one.x(), other.x());
        double height = Math.min(one.y() + one.height(), other.y() + other.height()) - Math.max(one.y(), other.y());
        return Math.max(0, width) * Math.max(0, height);
    }

    @Test
    void equalPartsAreNearlySquare() {
        List<Box> boxes = Squares.of(AREA, java.util.Collections.nCopies(24, 1.0));
        assertThat(boxes)
                .allSatisfy(box -> assertThat(Math.max(box.width(), box.height()) / box.shorter())
                        .isLessThan(1.6));
    }

    @Test
    void nothingIsMadeOfNothing() {
        assertThat(Squares.of(AREA, List.of())).isEmpty();
        assertThat(Squares.of(new Box(0, 0, 0, 100), List.of(1.0))).isEmpty();
    }

    @Test
    void oneWeightTakesAll() {
        assertThat(Squares.of(AREA, List.of(1.0))).containsExactly(AREA);
    }

    @Test
    void veryUnequalWeightsAllGetABox() {
        List<Box> boxes = Squares.of(AREA, List.of(1e12, 1e-6, 1e-6));
        assertThat(boxes).hasSize(3).allSatisfy(box -> {
            assertThat(box.width()).isFinite().isNotNegative();
            assertThat(box.height()).isFinite().isNotNegative();
        });
    }
}
