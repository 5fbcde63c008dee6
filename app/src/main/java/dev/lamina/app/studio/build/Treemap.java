package dev.lamina.app.studio.build;

import dev.lamina.assembler.size.SizeTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where everything is drawn of a directory of a system, and of what is in it, as far as that is large enough to be
/// seen.
///
/// @param tiles what is in another one comes after it
record Treemap(List<Tile> tiles) {
    /// What is smaller cannot be seen.
    static final double LEAST = 3;

    /// A directory shows what is in it when there is room for that below its name.
    private static final double WIDE = 36;

    private static final double EDGE = 2;

    Treemap {
        tiles = List.copyOf(tiles);
    }

    /// @param node the directory or file; for what is too small, the directory that all of it is in
    /// @param component that it belongs to
    /// @param label its name; with those of the directories in it that are the only ones
    /// @param depth 0 for what lies directly in the directory that is shown
    /// @param small how many files and directories it stands for that are too small; 0 for all others
    /// @param open whether what is in it is drawn too
    record Tile(SizeTree node, String component, String label, Box box, int depth, int small, boolean open) {
        boolean isRest() {
            return small > 0;
        }

        boolean isDirectory() {
            return !isRest() && !node.isFile();
        }
    }

    /// @param component of the directory; empty for the whole system
    /// @param header the height of a name
    static Treemap of(SizeTree shown, String component, Box area, double header) {
        List<Tile> tiles = new ArrayList<>();
        new Drawing(tiles, header).fill(shown, component, area, 0);
        return new Treemap(tiles);
    }

    private record Drawing(List<Tile> tiles, double header) {

        void fill(SizeTree directory, String component, Box area, int depth) {
            double scale = area.area() / Math.max(1, directory.stored());
            List<SizeTree> large = directory.children().stream()
                    .filter(child -> child.stored() * scale >= LEAST * LEAST)
                    .toList();
            long rest = directory.stored()
                    - large.stream().mapToLong(SizeTree::stored).sum();
            List<Double> weights = new ArrayList<>();
            large.forEach(child -> weights.add((double) child.stored()));
            if (rest > 0) {
                weights.add((double) rest);
            }
            List<Box> boxes = Squares.of(area, weights);
            for (int i = 0; i < boxes.size(); i++) {
                if (boxes.get(i).shorter() >= LEAST) {
                    if (i < large.size()) {
                        place(large.get(i), component, boxes.get(i), depth);
                    } else {
                        int small = directory.children().size() - large.size();
                        tiles.add(new Tile(directory, component, "", boxes.get(i), depth, Math.max(1, small), false));
                    }
                }
            }
        }

        private void place(SizeTree node, String component, Box box, int depth) {
            String own = component.isEmpty() ? node.name() : component;
            StringBuilder label = new StringBuilder(node.name());
            SizeTree at = node;
            while (isPassage(at)) {
                at = at.children().getFirst();
                if (!component.isEmpty()) {
                    label.append('/').append(at.name());
                }
            }
            Box inside = box.inside(header, EDGE);
            boolean open = !at.isFile() && inside.width() >= WIDE && inside.height() >= header;
            tiles.add(new Tile(component.isEmpty() ? node : at, own, label.toString(), box, depth, 0, open));
            if (open) {
                fill(at, own, inside, depth + 1);
            }
        }
    }

    /// Whether two are the same part of one tree. They are not compared, as all that is in them would be compared too.
    @SuppressWarnings("ReferenceEquality")
    static boolean same(SizeTree one, SizeTree other) {
        return one == other;
    }

    /// Whether a directory has nothing in it but another one.
    static boolean isPassage(SizeTree directory) {
        return directory.children().size() == 1
                && !directory.children().getFirst().isFile();
    }

    /// Whether a directory leads to another one through nothing but such directories.
    static boolean passes(SizeTree from, SizeTree to) {
        SizeTree at = from;
        while (!same(at, to) && isPassage(at)) {
            at = at.children().getFirst();
        }
        return same(at, to);
    }

    /// The innermost tile at a point.
    Optional<Tile> at(double x, double y) {
        return tiles.reversed().stream()
                .filter(tile -> tile.box().contains(x, y))
                .findFirst();
    }
}
