package dev.lamina.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.Wiring;
import dev.lamina.app.operation.Environment;
import dev.lamina.app.operation.Environment.OperatingSystem;
import dev.lamina.app.operation.ReviewComposition.Wish;
import dev.lamina.model.check.Finding;
import dev.lamina.model.check.Profile;
import dev.lamina.model.check.RunFacts;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.model.yaml.SourceText;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The rules tell of the traps before anything is booted.
final class TrapRulesTest {
    @TempDir
    Path folder = Path.of("");

    static List<Arguments> traps() {
        return List.of(
                Arguments.of("MNT01", TrapsIT.SSHD_WITHOUT_KEYS, TrapsIT.SSHD_WITH_KEYS),
                Arguments.of("MNT01", TrapsIT.SSHD_WITHOUT_KEYS, TrapsIT.SSHD_WITH_DIRECTORY),
                Arguments.of("MNT05", TrapsIT.PAGES_UNDER_VAR, TrapsIT.PAGES_UNDER_SRV),
                Arguments.of("KRN01", TrapsIT.CONSOLE_ON_THE_SCREEN, TrapsIT.CONSOLE_ON_THE_PORT),
                Arguments.of("KRN01", TrapsIT.CONSOLE_ON_ANOTHER_PORT, TrapsIT.CONSOLE_ON_THIS_PORT));
    }

    @ParameterizedTest
    @MethodSource("traps")
    void theRuleFindsTheTrapAndNotItsRepair(String code, String trap, String repaired) {
        assertThat(codes(trap)).contains(code);
        assertThat(codes(repaired)).doesNotContain(code);
    }

    private List<String> codes(String document) {
        Environment environment = new Environment(
                Map.of("LAMINA_HOME", folder.toString()), folder, folder, OperatingSystem.LINUX, "amd64", false);
        return new Wiring(environment)
                        .reviewComposition()
                        .review(
                                List.of(new SourceText("system.yml", document)),
                                new Wish(Arch.AMD64, Profile.BASELINE, RunFacts.UNKNOWN),
                                Reporter.silent())
                        .validation()
                        .findings()
                        .stream()
                        .map(Finding::code)
                        .toList();
    }
}
