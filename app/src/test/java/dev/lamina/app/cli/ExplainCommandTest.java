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
    void aCapabilityIsToldWithWhatAnAttackerGainsAndWhoNeedsIt() {
        assertThat(CliRun.in(folder, "explain", "CAP_SYS_MODULE").out())
                .contains("\nWhat an attacker gains: Loads a module of its own and has the machine")
                .contains("\nWho needs it: A container of onboot that loads drivers by modprobe.")
                .contains("\nSources: capabilities(7); init_module(2)\n");
    }

    @Test
    void aKeyIsToldWithItsDefaultAndAnExample() {
        assertThat(CliRun.in(folder, "explain", "kernel.binary")).isEqualTo(new CliRun(0, """
                        binary  (kernel.binary)
                        The kernel's file in the image; `kernel` unless given.
                        Only needed for images that were not made for LinuxKit and call the kernel otherwise, such as \
                        `boot/vmlinuz`. The name is taken as it stands.

                        If not given: `kernel`.

                        Example:
                            boot/vmlinuz

                        Sources: LinuxKit docs/yaml.md, Kernel
                        """, ""));
    }

    @Test
    void aPathOfADocumentLeadsToItsKey() {
        assertThat(CliRun.in(folder, "explain", "services[0].binds[1]").out())
                .startsWith("binds  (services[0].binds[1])\nHost paths or volumes to show in the container");
    }

    @Test
    void aWordOfSeveralMeaningsIsToldForEach() {
        assertThat(CliRun.in(folder, "explain", "ro", "--json").out().lines())
                .hasSize(2)
                .allMatch(line -> line.startsWith("{\"word\":\"ro\",\"where\":\""));
    }

    @Test
    void anUnknownWordHasAHint() {
        assertThat(CliRun.in(folder, "explain", "PRV91"))
                .isEqualTo(new CliRun(
                        1, "", "lamina: no rule, key or capability is about 'PRV91'\nhint: did you mean PRV01?\n"));
    }
}
