package dev.lamina.model.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.check.Finding;
import dev.lamina.model.check.Profile;
import dev.lamina.model.check.SystemFacts;
import dev.lamina.model.problem.Problem;
import dev.lamina.model.value.Arch;
import dev.lamina.model.yaml.CompositionReader;
import dev.lamina.model.yaml.ReadResult;
import dev.lamina.model.yaml.SourceText;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MendingTest {

    @Test
    void whatWasNotUnderstoodDoesNotShiftTheFixes() {
        Mending mending = mend("""
                services:
                  - name: broken      # has no image yet
                  - name: web
                    image: nginx:1.27
                    env: [1, 'A=b"']
                    command: [nginx, -g"]
                """);

        assertThat(text(mending)).isEqualTo("""
                services:
                  - name: broken      # has no image yet
                  - name: web
                    image: nginx:1.27
                    env: ["1", 'A=b']
                    command: [nginx, -g]
                """);
    }

    @Test
    void whatAnAliasSharesIsLeftAndTold() {
        Mending mending = mend("""
                services:
                  - name: web
                    image: nginx:1.27
                    command: &start [nginx, -g"]
                  - name: web
                    image: nginx:1.27
                    command: *start
                """);

        assertThat(text(mending)).contains("name: web-2", "&start [nginx, -g\"]");
        assertThat(mending.refused()).extracting(Problem::headline).isNotEmpty();
    }

    /// Each would set the whole command line: those that do so differently wait for the next time.
    @Test
    void fixesThatWouldUndoEachOtherAreNotMadeTogether() {
        Mending first = mend("""
                kernel:
                  image: lamina/kernel
                  cmdline: console=ttyS0 console=tty0 nokaslr
                """, "KRN");
        Mending second = mend(text(first), "KRN");

        assertThat(first.mended()).extracting(Finding::code).containsExactly("KRN02", "KRN01");
        assertThat(text(first)).endsWith("cmdline: console=tty0 console=ttyS0\n");
        assertThat(second.mended()).extracting(Finding::code).containsExactly("KRN03");
        assertThat(text(second)).contains("cmdline: console=tty0 console=ttyS0 slab_nomerge init_on_alloc=1");
    }

    private static String text(Mending mending) {
        return mending.documents().getFirst().text();
    }

    private static Mending mend(String yaml) {
        return mend(yaml, "SCH");
    }

    private static Mending mend(String yaml, String family) {
        List<SourceText> documents = List.of(new SourceText("x.yml", yaml));
        ReadResult read = new CompositionReader().read(documents);
        SystemFacts facts = SystemFacts.none(Arch.AMD64, LocalDate.of(2026, 1, 31));
        List<Finding> findings = new Validator()
                .validate(documents, read, facts, Profile.RESTRICTED).findings().stream()
                        .filter(finding -> finding.code().startsWith(family))
                        .toList();
        return Mending.of(documents, findings);
    }
}
