package dev.lamina.model.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ImageRefTest {

    @ParameterizedTest
    @CsvSource({
        "nginx, docker.io/library/nginx",
        "nginx:1.27-alpine, docker.io/library/nginx:1.27-alpine",
        "linuxkit/getty:1f8f, docker.io/linuxkit/getty:1f8f",
        "linuxkit/init@sha256:abc, docker.io/linuxkit/init@sha256:abc",
        "docker.io/linuxkit/getty, docker.io/linuxkit/getty",
        "ghcr.io/app, ghcr.io/app",
        "localhost/app, localhost/app",
        "localhost:5000/app:1, localhost:5000/app:1",
        "quay.io/a/b/c:1, quay.io/a/b/c:1",
        "a/b/c, a/b/c",
        "lamina/getty, lamina/getty",
        "lamina, docker.io/library/lamina",
    })
    void shortNamesAreExpandedAsLinuxKitDoes(String text, String name) {
        assertThat(ImageRef.parse(text)).isEqualTo(new ImageRef(name)).hasToString(name);
    }

    @ParameterizedTest
    @CsvSource({
        "docker.io/library/nginx:1.27, nginx:1.27",
        "docker.io/linuxkit/getty, linuxkit/getty",
        "docker.io/nginx, docker.io/nginx",
        "docker.io/lamina/getty, docker.io/lamina/getty",
        "docker.io/library/a/b, docker.io/library/a/b",
        "docker.io/, docker.io/",
        "ghcr.io/app, ghcr.io/app",
        "lamina/getty, lamina/getty",
    })
    void familiarNamesMeanTheSameImage(String name, String familiar) {
        assertThat(new ImageRef(name).familiar()).isEqualTo(familiar);
        assertThat(ImageRef.parse(familiar)).isEqualTo(new ImageRef(name));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "nginx, docker.io/library/nginx, -, docker.io/library/nginx:latest",
                "nginx:latest, docker.io/library/nginx, latest, docker.io/library/nginx",
                "nginx:1.27, docker.io/library/nginx, 1.27, docker.io/library/nginx:1.27",
                "localhost:5000/app, localhost:5000/app, -, localhost:5000/app:latest",
                "localhost:5000/app:1, localhost:5000/app, 1, localhost:5000/app:1",
                "lamina/getty, lamina/getty, -, lamina/getty:latest",
            })
    void partsOfANameAreFoundWithADigestAndWithout(String text, String repository, @Nullable String tag, String other) {
        Digest digest = new Digest("a".repeat(64));
        ImageRef plain = ImageRef.parse(text);
        ImageRef pinned = new ImageRef(plain + "@" + digest);
        for (ImageRef ref : List.of(plain, pinned)) {
            assertThat(ref.repository()).isEqualTo(repository);
            assertThat(ref.tag()).isEqualTo(Optional.ofNullable(tag));
            assertThat(ref.withoutDigest()).isEqualTo(plain);
        }
        assertThat(plain.otherSpelling()).isEqualTo(new ImageRef(other));
        assertThat(plain.digest()).isEmpty();
        assertThat(pinned.digest()).contains(digest);
    }

    @Test
    void namesOfTheCatalogueAreToldFromOthers() {
        assertThat(ImageRef.parse("lamina/getty").builtIn()).isTrue();
        assertThat(ImageRef.parse("lamina/getty").component()).isEqualTo("getty");
        assertThat(ImageRef.parse("docker.io/lamina/getty").builtIn()).isFalse();
        assertThat(ImageRef.parse("laminar/getty").builtIn()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void anEmptyNameIsNone(String name) {
        assertThatThrownBy(() -> new ImageRef(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an image reference may not be empty");
    }
}
