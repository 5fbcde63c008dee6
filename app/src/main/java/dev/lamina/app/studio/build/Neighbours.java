package dev.lamina.app.studio.build;

import dev.lamina.app.studio.build.Treemap.Tile;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Where the arrows lead in a treemap: to the nearest part in that direction.
record Neighbours(List<Tile> tiles) {
    /// What lies aside counts only when nothing lies straight ahead.
    private static final double ASIDE = 10_000;

    Neighbours {
        tiles = tiles.stream()
                .filter(tile -> tile.depth() == 0 && !tile.isRest())
                .toList();
    }

    /// @param dx -1, 0 or 1
    /// @param dy likewise
    Optional<Tile> next(Optional<Tile> from, int dx, int dy) {
        if (from.isEmpty()) {
            return tiles.stream().findFirst();
        }
        Box at = from.get().box();
        return tiles.stream()
                .filter(tile -> ahead(at, tile.box(), dx, dy) > 0.5)
                .min(Comparator.comparingDouble(
                        tile -> ahead(at, tile.box(), dx, dy) + aside(at, tile.box(), dx != 0)));
    }

    private static double ahead(Box from, Box to, int dx, int dy) {
        return (to.middleX() - from.middleX()) * dx + (to.middleY() - from.middleY()) * dy;
    }

    private static double aside(Box from, Box to, boolean across) {
        return across
                ? gap(from.y(), from.y() + from.height(), to.y(), to.y() + to.height())
                : gap(from.x(), from.x() + from.width(), to.x(), to.x() + to.width());
    }

    /// Between two stretches; 0 when they have something in common.
    private static double gap(double a, double b, double c, double d) {
        double between = Math.max(c - b, a - d);
        return between < -0.5 ? 0 : ASIDE + between;
    }
}
