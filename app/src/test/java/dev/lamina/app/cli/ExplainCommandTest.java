package dev.lamina.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.check.Rule;
import dev.lamina.model.validate.RuleText;
import dev.lamina.model.validate.Rules;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExplainCommandTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void aRuleIsToldAsItsPageHasIt() {
        Rule rule = Rules.find("MNT14").orElseThrow();

        assertThat(CliRun.in(folder, "explain", "mnt14"))
                .isEqualTo(new CliRun(0, RuleText.plain(rule).stripTrailing() + "\n", ""));
        assertThat(RuleText.plain(rule))
                .startsWith("MNT14  Volume that is not there, or not writable  (error, shown by baseline,");
    }

    @Test
    void withoutAWordAllRulesAreListed() {
        CliRun run = CliRun.in(folder, "explain");

        assertThat(run.out().lines()).hasSize(Rules.all().size()).allMatch(line -> line.matches("[A-Z]{3}\\d\\d  .+"));
    }

    @Test
    void theFirstLettersListAFamily() {
        List<String> lines = CliRun.in(folder, "explain", "krn").out().lines().toList();

        assertThat(lines).isNotEmpty().allMatch(line -> line.startsWith("KRN"));
    }

    @Test
    void aCapabilityIsToldWithTheRulesThatSpeakOfIt() {
        assertThat(CliRun.in(folder, "explain", "sys_admin").out())
                .startsWith("CAP_SYS_ADMIN\nMount file systems and do most other work of an administrator.\n")
                .contains("PRV02");
    }

    @Test
    void anUnknownWordHasAHint() {
        assertThat(CliRun.in(folder, "explain", "PRV91"))
                .isEqualTo(new CliRun(
                        1, "", "lamina: no rule or capability is about 'PRV91'\nhint: did you mean PRV01?\n"));
    }
}
