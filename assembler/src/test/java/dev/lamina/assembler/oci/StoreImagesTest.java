package dev.lamina.assembler.oci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.assembler.oci.ImageProvider.Pending;
import dev.lamina.assembler.testing.Trees.Tree;
import dev.lamina.assembler.testing.Workbench;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.ImageRef;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreImagesTest {
    private static final ImageRef WEB = ImageRef.parse("web");

    @TempDir
    Path home;

    @Test
    void whatIsInTheStoreIsProvided() throws IOException {
        Workbench bench = Workbench.in(home).image("web", new Tree().file("a", "a"));
        ImageProvider images = new StoreImages(bench.store());

        StoredImage image = images.provide(WEB, Arch.AMD64, Reporter.silent());
        assertThat(images.present(WEB, Arch.AMD64)).contains(image);
    }

    @Test
    void anImageOfAnotherArchitectureIsNamedWithIt() throws IOException {
        Workbench bench = Workbench.in(home).image("web", new Tree().file("a", "a"));
        ImageProvider images = new StoreImages(bench.store());

        assertThat(images.present(WEB, Arch.ARM64)).isEmpty();
        assertThat(images.pending(WEB, Arch.ARM64)).isEqualTo(new Pending("not in the store", 0, 0));
        assertThatThrownBy(() -> images.provide(WEB, Arch.ARM64, Reporter.silent()))
                .isInstanceOfSatisfying(InputException.class, e -> {
                    assertThat(e).hasMessage("the image docker.io/library/web is here for amd64, not for arm64");
                    assertThat(e.hint())
                            .isEqualTo(Optional.of("build with --arch amd64, or import the image for arm64"));
                });
    }
}
