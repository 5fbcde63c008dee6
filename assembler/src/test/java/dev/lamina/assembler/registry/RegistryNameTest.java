package dev.lamina.assembler.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.model.problem.InputException;
import dev.lamina.model.value.Digest;
import dev.lamina.model.value.ImageRef;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RegistryNameTest {
    private static final Digest DIGEST = new Digest("ab".repeat(32));

    @ParameterizedTest
    @CsvSource({
        "redis, docker.io, library/redis, latest",
        "redis:7, docker.io, library/redis, 7",
        "team/web, docker.io, team/web, latest",
        "a/b/c:1, docker.io, a/b/c, 1",
        "index.docker.io/team/web, docker.io, team/web, latest",
        "localhost/web:1, localhost, web, 1",
        "localhost:5000/web, localhost:5000, web, latest",
        "127.0.0.1:5000/a/b__c/d-e.f:V1_2.x-y, 127.0.0.1:5000, a/b__c/d-e.f, V1_2.x-y",
        "[::1]:5000/web:1, [::1]:5000, web, 1",
        "registry.example/web, registry.example, web, latest"
    })
    void aNameSaysWhereTheImageIs(String text, String registry, String repository, String tag) {
        assertThat(RegistryName.of(ImageRef.parse(text)))
                .isEqualTo(new RegistryName(registry, repository, tag, Optional.empty()));
    }

    @Test
    void aDigestCountsAndNotTheTag() {
        RegistryName both = RegistryName.of(ImageRef.parse("registry.example/web:1@" + DIGEST));
        RegistryName alone = RegistryName.of(ImageRef.parse("registry.example/web@" + DIGEST));

        assertThat(both).isEqualTo(new RegistryName("registry.example", "web", "1", Optional.of(DIGEST)));
        assertThat(both.reference()).isEqualTo(DIGEST.toString());
        assertThat(alone.reference()).isEqualTo(DIGEST.toString());
    }

    @Test
    void anEndlessNameIsRefused() {
        ImageRef endless = ImageRef.parse("registry.example/" + "a.".repeat(100_000) + "a");

        assertThatThrownBy(() -> RegistryName.of(endless))
                .isInstanceOf(InputException.class)
                .hasMessageEndingWith(" is no name of an image: it has more than 255 characters");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "team/Web | \"Web\" must be small letters and digits, with single . _ or - between them",
                "team//web | \"\" must be small letters and digits, with single . _ or - between them",
                "team/web/ | \"\" must be small letters and digits, with single . _ or - between them",
                "a..b | \"a..b\" must be small letters and digits, with single . _ or - between them",
                "web: | its tag \"\" may have up to 128 letters, digits and . _ -",
                "web:a/../b | \"web:a\" cannot be the address of a registry",
                "web:-1 | its tag \"-1\" may have up to 128 letters, digits and . _ -",
                "web@sha256:12 | its digest \"sha256:12\" is not sha256: and 64 hexadecimal digits",
                "web@md5:12 | its digest \"md5:12\" is not sha256: and 64 hexadecimal digits",
                "reg_istry.example/web | \"reg_istry.example\" cannot be the address of a registry",
                "registry.example:port/web | \"registry.example:port\" cannot be the address of a registry",
                "user@registry.example/web | its digest \"registry.example/web\" is not sha256: and 64 hexadecimal"
                        + " digits"
            })
    void whatIsNoNameIsRefusedInWords(String text, String problem) {
        ImageRef ref = ImageRef.parse(text);

        assertThatThrownBy(() -> RegistryName.of(ref)).isInstanceOfSatisfying(InputException.class, e -> {
            assertThat(e).hasMessage("\"" + ref.name() + "\" is no name of an image: " + problem);
            assertThat(e.hint())
                    .contains("write it as REGISTRY/REPOSITORY:TAG, for example registry.example/team/web:1.2");
        });
    }
}
