package dev.lamina.model.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CapabilityTest {

    /// The numbers of `linux/capability.h`, which never change.
    @ParameterizedTest
    @CsvSource({
        "0, CAP_CHOWN",
        "5, CAP_KILL",
        "8, CAP_SETPCAP",
        "10, CAP_NET_BIND_SERVICE",
        "12, CAP_NET_ADMIN",
        "21, CAP_SYS_ADMIN",
        "25, CAP_SYS_TIME",
        "27, CAP_MKNOD",
        "31, CAP_SETFCAP",
        "34, CAP_SYSLOG",
        "37, CAP_AUDIT_READ",
        "40, CAP_CHECKPOINT_RESTORE",
    })
    void theyStandInTheOrderOfTheirNumbers(int number, String name) {
        assertThat(Capability.values()[number]).hasToString(name);
        assertThat(Capability.values()).hasSize(41);
    }

    @ParameterizedTest
    @EnumSource
    void eachIsReadBackAndExplainedInOneSentence(Capability capability) {
        assertThat(Capability.parse(capability.text())).contains(capability);
        assertThat(capability.explanation()).matches("[A-Z][^.]*\\.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "CHOWN", "cap_chown", "CAP_chown", "CAP_", "CAP_ALL", "all", " CAP_CHOWN"})
    void onlyTheExactFormCounts(String text) {
        assertThat(Capability.parse(text)).isEmpty();
    }

    @Test
    void noTwoAreExplainedAlike() {
        assertThat(Arrays.stream(Capability.values()).map(Capability::explanation))
                .doesNotHaveDuplicates();
    }
}
