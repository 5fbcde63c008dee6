package dev.lamina.vmlaunch.hyperv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SchemaVersionTest {

    @Test
    void theNewestOfTheOfferedOnesCounts() {
        assertThat(SchemaVersion.newest("{\"Properties\":[{\"SupportedSchemaVersions\":"
                        + "[{\"Major\":1,\"Minor\":0},{\"Major\":2,\"Minor\":10},{\"Major\":2,\"Minor\":3}]}]}"))
                .contains(new SchemaVersion(2, 10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no JSON", "{}", "{\"Properties\":[{\"SupportedSchemaVersions\":[]}]}", "[null]"})
    void aServiceThatNamesNoneHasNone(String properties) {
        assertThat(SchemaVersion.newest(properties)).isEmpty();
    }

    @Test
    void aDocumentSaysNoMoreThanWhatIsOffered() {
        SchemaVersion offered = new SchemaVersion(2, 2);

        assertThat(offered.atMost(new SchemaVersion(2, 3))).isEqualTo(offered);
        assertThat(offered.atMost(new SchemaVersion(2, 1))).isEqualTo(new SchemaVersion(2, 1));
        assertThat(new SchemaVersion(3, 0).atMost(offered)).isEqualTo(offered);
    }
}
