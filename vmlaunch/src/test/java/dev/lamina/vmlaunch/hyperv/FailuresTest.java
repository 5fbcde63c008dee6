package dev.lamina.vmlaunch.hyperv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.model.problem.LaminaException;
import dev.lamina.model.problem.ProblemKind;
import dev.lamina.vmlaunch.natives.HostComputeException;
import dev.lamina.vmlaunch.testing.Golden;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FailuresTest {
    private static final int[] NUMBERS = {
        0x80370100, 0x80370102, 0x80370105, 0x80370106, 0x80370107, 0x80370108, 0x80370109, 0x8037010D, 0x8037010E,
        0x8037010F, 0x80370110, 0x80370114, 0x80370118, 0x8037011B, 0x8037011C, 0x8037011E, 0x803B0001, 0x803B0002,
        0x80070002, 0x80070003, 0x80070005, 0x80070020, 0x8007000E, 0x800705AA, 0x80070070, 0x80004005
    };

    private static LaminaException start(int hresult, String document) {
        return Failures.of(
                "start the machine",
                new HostComputeException(
                        hresult, "HcsStartComputeSystem", Optional.of(document).filter(text -> !text.isEmpty())));
    }

    /// The whole text of every row, as users read it.
    @Test
    void everyNumberHasItsKindMessageAndFix() {
        StringJoiner table = new StringJoiner("\n", "", "\n");
        for (int number : NUMBERS) {
            LaminaException failure = start(number, "");
            table.add("0x%08X %s".formatted(number, failure.kind()));
            table.add("  " + failure.getMessage());
            table.add("  hint: " + failure.hint().orElse("-"));
        }
        Golden.assertMatches("hyperv/failures.txt", table.toString());
    }

    @Test
    void allRowsAreInTheGoldenTable() {
        Set<Trouble> seen = new HashSet<>();
        for (int number : NUMBERS) {
            Trouble.of(number).ifPresent(seen::add);
        }
        assertThat(seen).containsExactlyInAnyOrder(Trouble.values());
    }

    @Test
    void theOtherSeverityOfTheServiceMeansTheSame() {
        assertThat(Trouble.of(0xC0370110)).contains(Trouble.SYSTEM_ALREADY_STOPPED);
        assertThat(Trouble.of(0xC0070110)).isEmpty();
    }

    @Test
    void whatTheServiceSaysBesidesIsToldOnce() {
        LaminaException failure = start(0x80370102, """
            {"Error":-2143878910,"ErrorMessage":"general","ErrorEvents":[
              {"Message":"Cannot create system 'x' since Hyper-V is not installed on the host.","EventId":11008},
              {"Message":"Cannot create system 'x' since Hyper-V is not installed on the host."},
              {"Message":"second\\r\\nline \\u001b[31m"}, {"Data":[]}]}\
            """);

        assertThat(failure)
                .hasMessage(
                        "Hyper-V cannot start the machine: the Windows hypervisor does not run (Cannot create system"
                                + " 'x' since Hyper-V is not installed on the host. second line [31m)");
        assertThat(failure.kind()).isEqualTo(ProblemKind.ENVIRONMENT);
    }

    @Test
    void withoutEventsTheGeneralMessageDoes() {
        assertThat(start(0x80004005, "{\"Error\":1,\"ErrorMessage\":\"Unspecified error\"}"))
                .hasMessage("Hyper-V cannot start the machine: HcsStartComputeSystem failed with 0x80004005"
                        + " (Unspecified error)");
    }

    @Test
    void documentsWithoutEndAreCut() {
        String document = "{\"ErrorMessage\":\"" + "x".repeat(100_000) + "\"}";

        assertThat(start(0x80004005, document).getMessage())
                .hasSizeLessThan(800)
                .endsWith("x…)");
    }

    @ParameterizedTest
    @CsvSource({"no JSON", "[]", "{}", "'{\"ErrorEvents\":7}'"})
    void otherDocumentsSayNothing(String document) {
        assertThat(Failures.said(document)).isEmpty();
    }

    @Test
    void callsThatFailAreExplained() {
        assertThatThrownBy(() -> Failures.explained("hold the machine", () -> {
                    throw new HostComputeException(0x8037010E, "HcsPauseComputeSystem", Optional.empty());
                }))
                .hasMessage("Hyper-V cannot hold the machine: the machine is not there any more");
    }
}
