package dev.lamina.model.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.Composition;
import dev.lamina.model.conformance.Conformance;
import dev.lamina.model.conformance.LinuxKitSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.representer.Representer;

/// What Lamina writes is valid for LinuxKit's own tool: its schema, and an independent program, are the judges.
@SuppressWarnings("NullAway.Init") // read before each test
class LinuxKitSchemaTest {
    private static final int RANDOM = 500;

    private LinuxKitSchema schema;

    @BeforeEach
    void readSchema() {
        schema = new LinuxKitSchema();
    }

    @Test
    void theJudgeFindsFaults() {
        assertThat(faults("services: [{name: a}]")).hasSize(1);
        assertThat(faults("kernal: {}")).hasSize(1);
        assertThat(faults("services: [{name: a, image: b, uid: 0, devices: [{mode: 0666}]}]"))
                .hasSize(1);
    }

    static List<Conformance.Case> cases() {
        return Conformance.cases();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void linuxKitsCompositionsWrittenByLaminaAreValid(Conformance.Case composition) {
        isValid(new CompositionReader().read(composition.documents()).orThrow().composition());
    }

    @Test
    void anyCompositionWrittenByLaminaIsValid() {
        for (int seed = 0; seed < RANDOM; seed++) {
            isValid(new RandomCompositions(seed).next());
        }
    }

    @Test
    void theExamplesAreValid() throws IOException {
        try (Stream<Path> files = Files.list(Conformance.checkout().resolve("examples"))) {
            List<Path> examples = files.filter(file -> file.toString().matches(".*(?<!\\.lamina)\\.yml"))
                    .toList();
            assertThat(examples).isNotEmpty();
            assertThat(examples)
                    .allSatisfy(
                            file -> assertThat(faults(Conformance.text(file))).isEmpty());
        }
    }

    private void isValid(Composition composition) {
        String yaml = CompositionWriter.yaml(composition);
        assertThat(faults(yaml)).as(yaml).isEmpty();
        assertThat(schema.faultsOfJson(CompositionWriter.json(composition))).isEmpty();
    }

    private List<String> faults(String yaml) {
        LoaderOptions options = new LoaderOptions();
        Object tree = new Yaml(
                        new SafeConstructor(options),
                        new Representer(new DumperOptions()),
                        new DumperOptions(),
                        options,
                        new PlainScalars())
                .load(yaml);
        return schema.faultsOfTree(tree);
    }
}
