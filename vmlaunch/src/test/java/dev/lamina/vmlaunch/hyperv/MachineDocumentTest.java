package dev.lamina.vmlaunch.hyperv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.vmlaunch.testing.Golden;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The documents are golden files; one that changed is to be read, not recorded away.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the golden files have paths of Linux")
final class MachineDocumentTest {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Test
    void documentsAreGolden() {
        Blueprints.all().forEach((name, plan) -> Golden.assertMatches("hyperv/" + name + ".json", pretty(plan)));
    }

    private static String pretty(Blueprint plan) {
        return JSON.writeValueAsString(JSON.readTree(plan.document())) + "\n";
    }

    @Test
    void everyPropertyIsKnownToTheSchemaThatTheDocumentNames() {
        AllowedProperties allowed = AllowedProperties.read();
        Blueprints.all().forEach((name, plan) -> {
            JsonNode document = JSON.readTree(plan.document());
            assertThat(allowed.newerThan(plan.schema(), document)).as(name).isEmpty();
        });
    }

    @Test
    void noDocumentIsNewerThanTheWindowsThatReadsIt() {
        assertThat(Blueprints.all().values())
                .allSatisfy(
                        plan -> assertThat(plan.offered().knows(plan.schema())).isTrue());
    }

    @Test
    void aWindowsWithoutDirectKernelsGetsThemThroughTheFirmware() {
        Map<String, Blueprint> table = Blueprints.all();

        assertThat(table.get("windows-1809")).extracting(Blueprint::bootsByStub).isEqualTo(true);
        assertThat(table.get("windows-1903")).extracting(Blueprint::bootsByStub).isEqualTo(false);
        assertThat(table.get("arm64")).extracting(Blueprint::bootsByStub).isEqualTo(true);
    }
}
