package dev.lamina.model.mount;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.check.Finding;
import dev.lamina.model.check.Profile;
import dev.lamina.model.check.SystemFacts;
import dev.lamina.model.validate.Validator;
import dev.lamina.model.value.Arch;
import dev.lamina.model.yaml.CompositionReader;
import dev.lamina.model.yaml.SourceText;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Documents that want to be a burden.
final class HostilePathsTest {
    private static final String[] WORDS = {
        "/",
        "/var",
        "/run",
        "/dev",
        "/etc",
        "/srv",
        "..",
        ".",
        "//",
        "/a/b",
        ":",
        "ro",
        "rshared",
        "",
        "\\u0000",
        "\\e[2J",
        "/containers/volumes",
        "/proc/sys",
        " ",
        "é",
        "data",
        "tmpfs"
    };

    @RepeatedTest(200)
    void noPathMakesTheRulesOrThePictureFail(RepetitionInfo info) {
        Random random = new Random(info.getCurrentRepetition());
        String yaml = """
                init: [%s]
                onboot:
                  - {name: a, image: %s, command: [mountie, "%s"], binds: ["%s:%s:%s"]}
                services:
                  - name: b
                    image: b:1
                    readonly: true
                    binds: ["%s:%s", "%s:%s:%s"]
                    tmpfs: ["%s"]
                    mounts: [{type: bind, source: "%s", destination: "%s", options: ["%s"]}]
                    runtime: {mkdir: ["%s", "%s"], mounts: [{type: bind, source: "%s", destination: "%s"}]}
                files:
                  - {path: "%s", contents: x}
                  - {path: "%s", symlink: "%s"}
                  - {path: "%s", directory: true}
                volumes: [{name: data}]
                """.formatted(
                        random.nextBoolean() ? "lamina/init, lamina/runtime" : "linuxkit/init:v1",
                        random.nextBoolean() ? "lamina/mount" : "alpine:3",
                        path(random),
                        path(random),
                        path(random),
                        path(random),
                        path(random),
                        path(random),
                        path(random),
                        path(random),
                        path(random),
                        path(random),
                        path(random),
                        path(random),
                        path(random),
                        path(random),
                        path(random),
                        path(random),
                        path(random),
                        path(random),
                        path(random),
                        path(random),
                        path(random));

        List<Finding> findings = validate(yaml);
        MountPicture picture = MountPicture.of(new Systems().read(yaml));

        assertThat(findings).allSatisfy(finding -> assertThat(finding.message()).doesNotContainPattern("\\p{Cntrl}"));
        assertThat(picture.root().target()).isEqualTo("/");
        assertThat(picture.containers())
                .allSatisfy(each -> assertThat(each.tree().target()).isEqualTo("/"));
    }

    private static String path(Random random) {
        StringBuilder path = new StringBuilder(random.nextInt(4) == 0 ? "" : "/");
        for (int i = random.nextInt(5); i > 0; i--) {
            path.append(WORDS[random.nextInt(WORDS.length)]);
        }
        return path.toString();
    }

    @Test
    @Timeout(60)
    void veryDeepPathsCostNoMoreThanOthers() {
        String deep = "/srv" + "/a".repeat(100_000);
        StringBuilder yaml = new StringBuilder("init: [lamina/init]\nservices:\n");
        for (int i = 0; i < 20; i++) {
            yaml.append("""
                      - name: s%d
                        image: s:1
                        readonly: true
                        binds: ["%s:%s"]
                        runtime: {mkdir: ["/var%s"]}
                    """.formatted(i, deep, deep, deep));
        }

        assertThat(validate(yaml.toString()))
                .noneMatch(finding -> finding.code().equals("MNT01"));
    }

    @Test
    @Timeout(60)
    void manyMountsOfOneContainerAreQuick() {
        StringBuilder yaml =
                new StringBuilder("init: [lamina/init]\nservices:\n  - name: s\n    image: s:1\n    binds:\n");
        for (int i = 0; i < 20_000; i++) {
            yaml.append("      - /var/x%d:/m/%d:ro\n".formatted(i, i));
        }

        assertThat(validate(yaml.toString()))
                .filteredOn(finding -> finding.code().equals("MNT01"))
                .hasSize(20_000);
    }

    private static List<Finding> validate(String yaml) {
        List<SourceText> documents = List.of(new SourceText("x.yml", yaml));
        return new Validator()
                .validate(
                        documents,
                        new CompositionReader().read(documents),
                        SystemFacts.none(Arch.AMD64, LocalDate.of(2026, 1, 31)),
                        Profile.RESTRICTED)
                .findings();
    }
}
