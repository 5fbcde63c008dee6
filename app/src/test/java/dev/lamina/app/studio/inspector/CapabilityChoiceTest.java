package dev.lamina.app.studio.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.inspector.CapabilityChoice.Risk;
import dev.lamina.model.value.Capability;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CapabilityChoiceTest {

    @Test
    void oneIsAddedInTheOrderOfTheKernel() {
        assertThat(CapabilityChoice.with(List.of("CAP_SETUID"), Capability.CHOWN, true))
                .containsExactly("CAP_CHOWN", "CAP_SETUID");
    }

    @Test
    void oneLessThanAllAreForty() {
        List<String> left = CapabilityChoice.with(List.of("all"), Capability.SYS_ADMIN, false);
        assertThat(left).hasSize(40).doesNotContain("CAP_SYS_ADMIN", "all");
    }

    @Test
    void wordsThatAreNoCapabilitiesStay() {
        assertThat(CapabilityChoice.with(List.of("CAP_NONSENSE", "none"), Capability.KILL, true))
                .containsExactly("CAP_KILL", "CAP_NONSENSE");
    }

    @Test
    void theGraveOnesAreThoseThatLeadToTheMachine() {
        assertThat(Capability.values())
                .filteredOn(each -> CapabilityChoice.risk(each) == Risk.GRAVE)
                .containsExactly(Capability.SYS_MODULE, Capability.SYS_RAWIO, Capability.SYS_ADMIN);
        assertThat(CapabilityChoice.risk(Capability.NET_ADMIN)).isEqualTo(Risk.SERIOUS);
        assertThat(CapabilityChoice.risk(Capability.CHOWN)).isEqualTo(Risk.USUAL);
    }

    @Test
    void theyAreFoundByNameAndByWhatTheyAllow() {
        assertThat(CapabilityChoice.matching("raw packets")).containsExactly(Capability.NET_RAW);
        assertThat(CapabilityChoice.matching("sys_t")).containsExactly(Capability.SYS_TIME, Capability.SYS_TTY_CONFIG);
        assertThat(CapabilityChoice.matching(" ")).hasSize(41);
    }
}
