package dev.lamina.assembler.oci;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.assembler.oci.RoutedImages.Route;
import dev.lamina.assembler.testing.Trees.Tree;
import dev.lamina.assembler.testing.Workbench;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.ImageRef;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoutedImagesTest {
    private static final ImageRef OWN = ImageRef.parse("web");
    private static final ImageRef BUILT_IN = ImageRef.parse("lamina/web");

    @TempDir
    Path own;

    @TempDir
    Path made;

    @Test
    void builtInImagesComeFromTheCatalogueWhichIsOpenedOnceAndOnlyForThem() throws IOException {
        Workbench store = Workbench.in(own).image("web", new Tree().file("own", ""));
        Workbench builtIn = Workbench.in(made).image("lamina/web", new Tree().file("built-in", ""));
        AtomicInteger opened = new AtomicInteger();
        Route catalogue = new Route(ImageRef::builtIn, () -> {
            opened.incrementAndGet();
            return builtIn.provider();
        });
        ImageProvider images = new RoutedImages(List.of(catalogue), store.provider());

        assertThat(images.present(OWN, Arch.AMD64)).isPresent();
        assertThat(opened).hasValue(0);
        assertThat(images.present(BUILT_IN, Arch.AMD64)).isPresent();
        assertThat(images.provide(BUILT_IN, Arch.AMD64, Reporter.silent()).ref())
                .isEqualTo(BUILT_IN);
        assertThat(opened).hasValue(1);
    }
}
