package dev.lamina.app.studio.build;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.build.Treemap.Tile;
import dev.lamina.assembler.size.SizeTree;
import java.util.Optional;

/// What can be said of a part of the treemap.
record TileWords(SizesModel model) {
    private static final Texts TEXTS = Texts.of(TileWords.class);

    String of(Tile tile) {
        if (tile.isRest()) {
            return TEXTS.get("tile.rest", tile.small());
        }
        return of(tile.node());
    }

    String of(SizeTree node) {
        String name = node.path().isEmpty() ? node.name() : "/" + node.path();
        StringBuilder words = new StringBuilder(name);
        words.append('\n')
                .append(TEXTS.get(
                        node.isFile() ? "tile.file" : "tile.directory",
                        Amounts.bytes(node.stored()),
                        Amounts.bytes(node.bytes()),
                        node.files()));
        model.sizes().get().ifPresent(sizes -> {
            words.append('\n').append(TEXTS.get("tile.share", share(node, sizes)));
            growth(node, sizes).ifPresent(growth -> words.append('\n').append(growth));
            if (sizes.duplicated().contains(node.path())) {
                words.append('\n').append(TEXTS.get("tile.duplicate"));
            }
        });
        return words.toString();
    }

    private static String share(SizeTree node, SystemSizes sizes) {
        long whole = Math.max(1, sizes.tree().stored());
        return Amounts.percent((double) node.stored() / whole);
    }

    private static Optional<String> growth(SizeTree node, SystemSizes sizes) {
        Long bytes = node.path().isEmpty()
                ? sizes.componentGrowth().get(node.name())
                : sizes.fileGrowth().get(node.path());
        return Optional.ofNullable(bytes).map(growth -> TEXTS.get("tile.growth", Amounts.growth(growth)));
    }
}
