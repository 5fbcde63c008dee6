package dev.lamina.app.studio.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.build.Treemap.Tile;
import dev.lamina.assembler.size.SizeTree;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class NeighboursTest {
    private static final Tile LEFT = tile("left", new Box(0, 0, 50, 100));
    private static final Tile TOP = tile("top", new Box(50, 0, 50, 30));
    private static final Tile BOTTOM = tile("bottom", new Box(50, 30, 50, 70));
    private static final Neighbours ALL = new Neighbours(List.of(LEFT, TOP, BOTTOM));

    private static Tile tile(String name, Box box) {
        return new Tile(new SizeTree(name, name, 1, 1, 1, List.of()), "", name, box, 0, 0, false);
    }

    @Test
    void arrowsLeadToWhatLiesThere() {
        assertThat(ALL.next(Optional.of(TOP), 0, 1)).contains(BOTTOM);
        assertThat(ALL.next(Optional.of(BOTTOM), 0, -1)).contains(TOP);
        assertThat(ALL.next(Optional.of(TOP), -1, 0)).contains(LEFT);
        assertThat(ALL.next(Optional.of(LEFT), 1, 0)).contains(TOP);
    }

    @Test
    void atTheEdgeTheyLeadNowhere() {
        assertThat(ALL.next(Optional.of(LEFT), -1, 0)).isEmpty();
        assertThat(ALL.next(Optional.of(TOP), 1, 0)).isEmpty();
    }

    @Test
    void fromNowhereTheyLeadToTheLargest() {
        assertThat(ALL.next(Optional.empty(), 1, 0)).contains(LEFT);
    }
}
