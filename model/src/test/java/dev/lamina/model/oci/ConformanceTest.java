package dev.lamina.model.oci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lamina.model.Composition;
import dev.lamina.model.Container;
import dev.lamina.model.Section;
import dev.lamina.model.conformance.BundleJson;
import dev.lamina.model.conformance.Conformance;
import dev.lamina.model.conformance.StandInImages;
import dev.lamina.model.problem.InvalidCompositionException;
import dev.lamina.model.value.Arch;
import dev.lamina.model.yaml.CompositionReader;
import dev.lamina.model.yaml.ReadResult;
import dev.lamina.model.yaml.SourceText;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.json.JsonMapper;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConformanceTest {
    private Path folder;
    private StandInImages images;

    @BeforeAll
    void readTheImages() {
        folder = Conformance.folder();
        images = new StandInImages(folder.resolve("images"));
    }

    @TestFactory
    Stream<DynamicTest> bundlesAreThoseOfLinuxKit() {
        return Conformance.cases().stream()
                .map(each -> DynamicTest.dynamicTest(
                        each.name(),
                        () -> assertThat(bundles(new CompositionReader()
                                        .read(each.documents())
                                        .orThrow()))
                                .isEqualTo(expected(each.name()))));
    }

    private Map<String, Object> expected(String name) {
        Map<String, Object> bundles = new HashMap<>();
        new JsonMapper()
                .readTree(Conformance.text(folder.resolve("expected").resolve(name + ".json")))
                .path("json")
                .properties()
                .forEach(file -> bundles.put(
                        file.getKey(), BundleJson.normalized(file.getValue().toString())));
        return bundles;
    }

    private Map<String, Object> bundles(ReadResult read) {
        ContainerResolver resolver = new ContainerResolver(read.composition(), read.sources(), Arch.AMD64);
        RootfsMounts rootfs = new RootfsMounts();
        Map<String, Object> bundles = new HashMap<>();
        for (Section section : Section.values()) {
            for (int i = 0; i < read.composition().containers(section).size(); i++) {
                String image = container(read.composition(), section, i).image().name();
                ResolvedContainer resolved = resolver.resolve(section, i, images.config(image));
                String bundle = bundle(section, i, container(read.composition(), section, i));
                RuntimeConfig runtime =
                        resolved.runtime().withMountsFirst(rootfs.next(image, "/" + bundle, resolved.readonly()));
                bundles.put(bundle + "/config.json", BundleJson.normalized(resolved.configJson()));
                bundles.put(bundle + "/runtime.json", BundleJson.normalized(RuntimeJson.write(runtime)));
            }
        }
        return bundles;
    }

    private static Container container(Composition composition, Section section, int index) {
        return composition.containers(section).get(index);
    }

    private static String bundle(Section section, int index, Container container) {
        String number = section == Section.SERVICES ? "" : "%03d-".formatted(index);
        return "containers/" + section.key() + "/" + number + container.name();
    }

    @Test
    void anUnknownKeyOfALabelIsReportedAtTheImage() {
        ReadResult read = new CompositionReader()
                .read(List.of(new SourceText(
                        "label-unknown-key.yml", Conformance.text(folder.resolve("bad/label-unknown-key.yml")))))
                .orThrow();
        InvalidCompositionException thrown =
                catchThrowableOfType(InvalidCompositionException.class, () -> bundles(read));
        assertThat(thrown)
                .hasMessage("label-unknown-key.yml:9:12: unknown key \"capabilitys\" in the label of image"
                        + " docker.io/lk/badlabel:1");
        assertThat(thrown.hint()).hasValue("did you mean \"capabilities\"?");
    }
}
