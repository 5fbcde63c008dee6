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

    private static String text(Mending mending) {
        return mending.documents().getFirst().text();
    }

    private static Mending mend(String yaml) {
        List<SourceText> documents = List.of(new SourceText("x.yml", yaml));
        ReadResult read = new CompositionReader().read(documents);
        SystemFacts facts = SystemFacts.none(Arch.AMD64, LocalDate.of(2026, 1, 31));
        List<Finding> findings = new Validator()
                .validate(documents, read, facts, Profile.BASELINE).findings().stream()
                        .filter(finding -> finding.code().startsWith("SCH"))
                        .toList();
        return Mending.of(documents, findings);
    }
}
