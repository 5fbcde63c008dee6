package dev.lamina.assembler.segment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.assembler.testing.Trees.Tree;
import dev.lamina.assembler.testing.Workbench;
import dev.lamina.model.value.Digest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentPlanTest {
    private static final String SYSTEM = """
            init: [root]
            services:
              - {name: a, image: a, command: [/a]}
              - {name: b, image: b, command: [/b]}
            """;

    @TempDir
    Path home;

    private static Workbench bench(Path home) throws IOException {
        return Workbench.in(home)
                .image("root", new Tree().file("root", Workbench.noise(1)))
                .image("a", new Tree().file("a", Workbench.noise(2)))
                .image("b", new Tree().file("b", Workbench.noise(3)));
    }

    private static List<SegmentPlan> plans(Workbench bench, String yaml) throws IOException {
        return bench.planner().plan(bench.request(yaml)).image().orElseThrow().segments();
    }

    private static Map<String, Digest> keys(Workbench bench, String yaml) throws IOException {
        Map<String, Digest> keys = new HashMap<>();
        plans(bench, yaml).forEach(plan -> keys.put(plan.label(), plan.key()));
        return keys;
    }

    @Test
    void componentsNameTheirSegments() throws IOException {
        assertThat(plans(bench(home), SYSTEM))
                .extracting(SegmentPlan::label)
                .containsExactly("init[0]", "services[0]", "services[0] and 1 more", "services[1]");
    }

    @Test
    void theSameSystemHasTheSameKeysElsewhere(@TempDir Path other) throws IOException {
        assertThat(keys(bench(home), SYSTEM)).isEqualTo(keys(bench(other), SYSTEM));
    }

    @Test
    void aChangedImageChangesItsOwnKeyOnly() throws IOException {
        Workbench bench = bench(home);
        Map<String, Digest> before = keys(bench, SYSTEM);
        bench.image("a", new Tree().file("a", Workbench.noise(4)));
        Map<String, Digest> after = keys(bench, SYSTEM);

        assertThat(changed(before, after)).containsExactly("services[0]");
    }

    @Test
    void aChangedOptionChangesTheSmallSegmentOnly() throws IOException {
        Workbench bench = bench(home);
        Map<String, Digest> before = keys(bench, SYSTEM);
        Map<String, Digest> after = keys(bench, SYSTEM.replace("[/b]", "[/b, -v]"));

        assertThat(changed(before, after)).containsExactly("services[0] and 1 more");
    }

    private static List<String> changed(Map<String, Digest> before, Map<String, Digest> after) {
        assertThat(after.keySet()).isEqualTo(before.keySet());
        return before.keySet().stream()
                .filter(label -> !Objects.equals(before.get(label), after.get(label)))
                .toList();
    }

    @Test
    void layersThatComeInAnotherOrderGiveAnotherKeySinceTheirFilesDo() throws IOException {
        Tree one = new Tree().file("one", Workbench.noise(5));
        Tree two = new Tree().file("two", Workbench.noise(6));
        Workbench bench = Workbench.in(home).image("x", one, two).image("y", two, one);

        assertThat(keys(bench, "init: [x]")).isNotEqualTo(keys(bench, "init: [y]"));
    }

    @Test
    void emptyFilesInAnotherOrderGiveAnotherKeySinceTheArchiveDiffers() throws IOException {
        Tree full = new Tree().file("full", Workbench.noise(5));
        Workbench bench = Workbench.in(home)
                .image("x", full, new Tree().file("one", "").file("two", ""))
                .image("y", full, new Tree().file("two", "").file("one", ""));

        assertThat(keys(bench, "init: [x]")).isNotEqualTo(keys(bench, "init: [y]"));
    }
}
