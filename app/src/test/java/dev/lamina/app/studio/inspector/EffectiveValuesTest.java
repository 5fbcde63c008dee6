package dev.lamina.app.studio.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.inspector.Effective.Source;
import dev.lamina.model.Section;
import dev.lamina.model.oci.ContainerResolver;
import dev.lamina.model.oci.ImageConfig;
import dev.lamina.model.value.Arch;
import dev.lamina.model.yaml.CompositionReader;
import dev.lamina.model.yaml.ReadResult;
import dev.lamina.model.yaml.SourceText;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class EffectiveValuesTest {
    private static final String LABEL = """
        {"resources": {
           "memory": {"limit": 1000, "disableOOMKiller": true}, "cpu": {"cpus": "0-1"}, "pids": {"limit": 7},
           "blockio": {"weight": 20}, "network": {"classID": 9, "priorities": [{"name": "eth0", "priority": 2}]},
           "devices": [{"allow": true, "type": "c", "major": 1, "access": "rw"}]},
         "runtime": {"namespace": "mine", "bindNS": {"net": "/run/netns/x"}}}
        """;

    private static Map<String, Effective> values(String more) {
        ReadResult read = new CompositionReader()
                .read(List.of(new SourceText("x.yml", "services:\n  - name: a\n    image: b\n" + more)));
        ImageConfig image =
                new ImageConfig(List.of(), List.of(), List.of(), "", "", Map.of(ImageConfig.CONFIG_LABEL, LABEL));
        return EffectiveValues.of(new ContainerResolver(read.composition(), read.sources(), Arch.AMD64)
                .effective(Section.SERVICES, 0, image));
    }

    @Test
    void limitsAndNamespacesOfTheLabelAreInherited() {
        Map<String, Effective> values = values("");
        assertThat(values.get("resources.memory.limit")).isEqualTo(Effective.of("1000", Source.LABEL));
        assertThat(values.get("resources.memory.disableOOMKiller")).isEqualTo(Effective.of("true", Source.LABEL));
        assertThat(values.get("resources.cpu.cpus")).isEqualTo(Effective.of("0-1", Source.LABEL));
        assertThat(values.get("resources.pids.limit")).isEqualTo(Effective.of("7", Source.LABEL));
        assertThat(values.get("resources.blockio.weight")).isEqualTo(Effective.of("20", Source.LABEL));
        assertThat(values.get("resources.network.classID")).isEqualTo(Effective.of("9", Source.LABEL));
        assertThat(values.get("resources.network.priorities"))
                .isEqualTo(new Effective("eth0: 2", List.of("eth0: 2"), Source.LABEL));
        assertThat(values.get("resources.devices"))
                .isEqualTo(new Effective("allow c 1:* rw", List.of("allow c 1:* rw"), Source.LABEL));
        assertThat(values.get("runtime.namespace")).isEqualTo(Effective.of("mine", Source.LABEL));
        assertThat(values.get("runtime.bindNS.net")).isEqualTo(Effective.of("/run/netns/x", Source.LABEL));
    }

    @Test
    void limitsOfTheDocumentTakeThePlaceOfAllThatTheLabelHas() {
        Map<String, Effective> values = values("    resources: {pids: {limit: 3}}\n    runtime: {namespace: other}\n");
        assertThat(values.get("resources.pids.limit")).isEqualTo(Effective.of("3", Source.HERE));
        assertThat(values).doesNotContainKey("resources.memory.limit");
        assertThat(values.get("runtime.namespace")).isEqualTo(Effective.of("other", Source.HERE));
        assertThat(values.get("runtime.bindNS.net")).isEqualTo(Effective.of("/run/netns/x", Source.LABEL));
    }

    @Test
    void everyPathIsThatOfAField() {
        List<String> paths =
                FieldSpecs.of(FormKind.CONTAINER).stream().map(FieldSpec::path).toList();
        assertThat(values("").keySet())
                .filteredOn(path -> path.startsWith("resources.") || path.startsWith("runtime."))
                .isSubsetOf(paths);
    }
}
