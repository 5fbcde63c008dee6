package dev.lamina.assembler.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.assembler.oci.Layer;
import dev.lamina.assembler.oci.StoredImage;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KernelImagesTest {
    @TempDir
    Path dir;

    private TinyCatalogue catalogue;

    @BeforeEach
    void describe() throws IOException {
        catalogue = new TinyCatalogue(dir);
    }

    @Test
    void aKernelImageHasTheKernelAndAnArchiveOfItsModules() throws IOException {
        StoredImage image = catalogue.provide(TinyCatalogue.KERNEL);
        Layer layer = image.layers().getLast();

        assertThat(catalogue.lines(layer)).containsExactly("FILE 644 kernel", "FILE 644 kernel.tar");
        assertThat(catalogue.content(layer, "kernel")).isEqualTo("the kernel");
        assertThat(catalogue.tar(layer, "kernel.tar"))
                .containsExactly(
                        "DIRECTORY 755 lib",
                        "DIRECTORY 755 lib/modules",
                        "DIRECTORY 755 lib/modules/6-x",
                        "DIRECTORY 755 lib/modules/6-x/kernel",
                        "FILE 644 lib/modules/6-x/kernel/a.ko",
                        "FILE 644 lib/modules/6-x/kernel/b.ko",
                        "FILE 644 lib/modules/6-x/modules.alias",
                        "FILE 644 lib/modules/6-x/modules.builtin",
                        "FILE 644 lib/modules/6-x/modules.dep");
        assertThat(image.annotations()).containsEntry(CatalogueImages.PACKAGES, "linux-image-6-x=6");
    }

    @Test
    void aKernelImageHasMoreForComponentsThatNeedIt() throws IOException {
        catalogue.files.merge(
                "components/tool/component.yml", "modules: [b, c]\nkernel-config: true\n", String::concat);
        Layer layer = catalogue.provide(TinyCatalogue.KERNEL).layers().getLast();

        assertThat(catalogue.lines(layer))
                .containsExactly(
                        "DIRECTORY 755 extras",
                        "DIRECTORY 755 extras/lamina",
                        "FILE 644 extras/lamina/tool.tar",
                        "FILE 644 kernel",
                        "FILE 644 kernel.tar");
        assertThat(catalogue.tar(layer, "kernel.tar"))
                .contains("FILE 644 lib/modules/6-x/kernel/a.ko", "FILE 644 lib/modules/6-x/kernel/b.ko")
                .doesNotContain("FILE 644 lib/modules/6-x/kernel/c.ko");
        assertThat(catalogue.content(layer, "kernel.tar"))
                .contains("kernel/c.ko: kernel/a.ko")
                .doesNotContain("alias devname:c c");
        assertThat(catalogue.content(layer, "extras/lamina/tool.tar")).contains("alias devname:c c");
        assertThat(catalogue.tar(layer, "extras/lamina/tool.tar"))
                .containsExactly(
                        "DIRECTORY 755 etc",
                        "DIRECTORY 755 etc/modprobe.d",
                        "FILE 644 etc/modprobe.d/lamina-tool.conf",
                        "DIRECTORY 755 etc/modules-load.d",
                        "FILE 644 etc/modules-load.d/lamina-tool.conf",
                        "DIRECTORY 755 lib",
                        "DIRECTORY 755 lib/modules",
                        "DIRECTORY 755 lib/modules/6-x",
                        "FILE 644 lib/modules/6-x/config",
                        "DIRECTORY 755 lib/modules/6-x/kernel",
                        "FILE 644 lib/modules/6-x/kernel/c.ko");
    }

    @Test
    void whatComponentsNeedOfTheKernelChangesItsKey() throws IOException {
        Object before = catalogue.provide(TinyCatalogue.KERNEL).annotations().get(CatalogueImages.KEY);
        catalogue.files.merge("components/tool/component.yml", "modules: [c]\n", String::concat);

        assertThat(catalogue.provide(TinyCatalogue.KERNEL).annotations().get(CatalogueImages.KEY))
                .isNotEqualTo(before);
    }
}
