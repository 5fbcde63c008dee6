package dev.lamina.model.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.check.Finding;
import dev.lamina.model.check.ImageFacts;
import dev.lamina.model.check.Profile;
import dev.lamina.model.check.RunFacts;
import dev.lamina.model.check.Severity;
import dev.lamina.model.check.SystemFacts;
import dev.lamina.model.conformance.Conformance;
import dev.lamina.model.conformance.StandInImages;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.ImageRef;
import dev.lamina.model.yaml.CompositionReader;
import dev.lamina.model.yaml.SourceText;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// LinuxKit's own compositions are reviewed, with the labels of its images (whose files are not there) and without:
/// what is called an error must be true.
final class CalibrationTest {
    /// Looked at by hand, each with its reason.
    private static final Map<String, String> TRUE_ERRORS = Map.of(
            "projects__miragesdk__examples__mirage-dhcp: mirage-dhcp.yml:37:11 MNT05: /var/run/dhcp-client/README of"
                    + " files cannot be seen, as LinuxKit's init mounts an empty tmpfs on /run",
            "its init makes /var/run a link to /run on a new tmpfs; the bind in line 22 has no source then",
            "test__cases__000_build__001_tarheaders__test: test.yml:20:5 SCH05: service testservice has no command,"
                    + " and its image docker.io/linuxkit/ip:3c0676ee83a0dc739685be1253b8326f08581ef7 names none",
            "pkg/ip/Dockerfile has an empty ENTRYPOINT and CMD; the test looks at the tar only and boots nothing",
            "test__cases__040_packages__001_dummy__test: test.yml:8:5 SCH05: onboot container dummy has no command,"
                    + " and its image docker.io/linuxkit/dummy:ceead45e5315b226edbe2922b0b49f669f6da976 names none",
            "pkg/dummy/Dockerfile has an empty ENTRYPOINT and CMD; the test looks only whether it builds");

    @Test
    void withLabelsOnlyTrueErrorsAreFound() {
        Map<ImageRef, ImageFacts> images = new HashMap<>();
        new StandInImages(Conformance.folder().resolve("images"))
                .all()
                .forEach((name, config) -> images.put(new ImageRef(name), ImageFacts.of(config)));

        assertThat(errors(images)).isEqualTo(new TreeSet<>(TRUE_ERRORS.keySet()));
    }

    @Test
    void withoutFactsOnlyTrueErrorsAreFound() {
        assertThat(TRUE_ERRORS.keySet()).containsAll(errors(Map.of()));
    }

    private static Set<String> errors(Map<ImageRef, ImageFacts> images) {
        SystemFacts facts = new SystemFacts(
                Arch.AMD64, images, Optional.empty(), Map.of(), RunFacts.UNKNOWN, LocalDate.of(2026, 1, 31));
        Set<String> errors = new TreeSet<>();
        for (Conformance.Case composition : Conformance.cases()) {
            if (composition.name().startsWith("linuxkit__")) {
                List<SourceText> documents = composition.documents();
                new Validator()
                                .validate(documents, new CompositionReader().read(documents), facts, Profile.BASELINE)
                                .findings()
                                .stream()
                                .filter(finding -> finding.severity() == Severity.ERROR)
                                .forEach(finding -> errors.add(line(composition, finding)));
            }
        }
        return errors;
    }

    private static String line(Conformance.Case composition, Finding finding) {
        return "%s: %s %s: %s"
                .formatted(
                        composition.name().replace("linuxkit__", ""),
                        finding.span(),
                        finding.code(),
                        finding.message());
    }
}
