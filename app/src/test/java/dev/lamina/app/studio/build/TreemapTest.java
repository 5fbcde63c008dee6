package dev.lamina.app.studio.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.build.Treemap.Tile;
import dev.lamina.assembler.listing.ListedFile;
import dev.lamina.assembler.size.SizeTree;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TreemapTest {
    private static final Box AREA = new Box(0, 0, 400, 200);
    private static final double HEADER = 18;

    private static final SizeTree SYSTEM = Trees.tree(
            Trees.file("kernel", "boot/kernel", 40),
            Trees.file("services web", "containers/services/web/lower/usr/sbin/nginx", 30),
            Trees.file("services web", "containers/services/web/lower/usr/sbin/tool", 20),
            Trees.file("services web", "containers/services/web/config.json", 10));

    private static List<String> labels(Treemap map) {
        return map.tiles().stream()
                .map(tile -> tile.depth() + " " + tile.label())
                .toList();
    }

    @Test
    void componentsHaveTheirDirectoriesAndFilesInThem() {
        Treemap map = Treemap.of(SYSTEM, "", AREA, HEADER);
        assertThat(labels(map))
                .containsExactly(
                        "0 services web",
                        "1 lower/usr/sbin",
                        "2 nginx",
                        "2 tool",
                        "1 config.json",
                        "0 kernel",
                        "1 kernel");
        assertThat(map.tiles())
                .filteredOn(tile -> tile.label().equals("nginx"))
                .singleElement()
                .satisfies(tile -> {
                    assertThat(tile.component()).isEqualTo("services web");
                    assertThat(tile.isDirectory()).isFalse();
                });
    }

    @Test
    void whatIsInADirectoryIsDrawnWithinIt() {
        List<Tile> tiles = Treemap.of(SYSTEM, "", AREA, HEADER).tiles();
        Tile web = tiles.getFirst();
        assertThat(tiles.subList(1, 5)).allSatisfy(tile -> {
            assertThat(tile.box().x()).isGreaterThanOrEqualTo(web.box().x());
            assertThat(tile.box().y()).isGreaterThanOrEqualTo(web.box().y() + HEADER);
        });
    }

    @Test
    void aPointMeansTheInnermostPart() {
        Treemap map = Treemap.of(SYSTEM, "", AREA, HEADER);
        Tile nginx = map.tiles().get(2);
        assertThat(map.at(nginx.box().middleX(), nginx.box().middleY())).contains(nginx);
        assertThat(map.at(nginx.box().middleX(), 2)).contains(map.tiles().getFirst());
        assertThat(map.at(-1, 0)).isEmpty();
    }

    @Test
    void whatIsTooSmallToBeSeenIsOnePart() {
        List<ListedFile> files = new ArrayList<>(List.of(Trees.file("files", "large", 1_000_000)));
        for (int i = 0; i < 50_000; i++) {
            files.add(Trees.file("many", "many/f" + i, 10));
        }
        Treemap map = Treemap.of(SizeTree.of(Trees.listing(files)), "", AREA, HEADER);
        assertThat(map.tiles()).hasSizeLessThan(10);
        assertThat(map.tiles())
                .filteredOn(Tile::isRest)
                .singleElement()
                .satisfies(rest -> assertThat(rest.small()).isEqualTo(50_000));
    }

    @Test
    void fiftyThousandFilesOfAllSizesBecomeNoMoreThanThereIsRoomFor() {
        Treemap map = Treemap.of(SizeTree.of(Trees.random(50_000)), "", new Box(0, 0, 1200, 800), HEADER);
        assertThat(map.tiles().size()).isBetween(500, 20_000);
        assertThat(map.tiles())
                .allSatisfy(tile -> assertThat(tile.box().shorter()).isGreaterThanOrEqualTo(Treemap.LEAST));
    }

    @Test
    void withinAComponentAllIsOfThatComponent() {
        Treemap map = Treemap.of(SYSTEM.children().getFirst(), "services web", AREA, HEADER);
        assertThat(map.tiles()).allSatisfy(tile -> assertThat(tile.component()).isEqualTo("services web"));
    }
}
