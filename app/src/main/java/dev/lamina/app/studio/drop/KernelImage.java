package dev.lamina.app.studio.drop;

import dev.lamina.app.operation.ImageLibrary;
import dev.lamina.app.studio.session.Lane;
import dev.lamina.app.studio.session.Offer;
import dev.lamina.app.studio.session.PlainText;
import dev.lamina.assembler.oci.ImportOptions;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.ImageRef;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// Makes an image of the file of a kernel, as systems take kernels only from images: one that has nothing but the file
/// `kernel`. Modules are not in it.
final class KernelImage {
    private final Dropped.Kernel kernel;

    KernelImage(Dropped.Kernel kernel) {
        this.kernel = kernel;
    }

    /// In the store, until the next file of that name.
    ImageRef name() {
        String tag = kernel.file()
                .getFileName()
                .toString()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9_.-]", "-")
                .replaceAll("^[.-]+", "");
        return ImageRef.parse("localhost/kernel:" + (tag.isEmpty() ? "dropped" : tag));
    }

    /// What is written for it: without the tar of modules that images of kernels usually have.
    Offer offer() {
        String name = name().name();
        return Offer.of(name, Lane.KERNEL, "image: " + PlainText.of(name) + "\ntar: none");
    }

    /// Takes time.
    void make(ImageLibrary images, Reporter reporter) {
        try {
            Path folder = Files.createTempDirectory("lamina-kernel");
            Path copy = folder.resolve("kernel");
            try {
                Files.copy(kernel.file(), copy);
                ImportOptions options =
                        new ImportOptions(ImportOptions.NONE.name(), kernel.arch(), ImportOptions.NONE.config());
                images.take(folder.toString(), options.withName(name()), InputStream.nullInputStream(), reporter);
            } finally {
                Files.deleteIfExists(copy);
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
