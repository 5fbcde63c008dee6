package dev.lamina.assembler.facts;

import dev.lamina.assembler.oci.Declared;
import dev.lamina.assembler.oci.FlattenedImage;
import dev.lamina.assembler.oci.ImageContents;
import dev.lamina.assembler.oci.StoredImage;
import dev.lamina.model.check.ImageFacts;
import dev.lamina.model.check.ImageFiles;
import dev.lamina.model.value.Arch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Reads from images of the store what reviews want to know. Names and sizes of files are known to the store; the
/// programs that are started are read once, and noted.
public final class ImageReader {
    private final ImageContents contents;
    private final Programs programs;

    /// @param folder for notes; everything in it can be made again
    public ImageReader(ImageContents contents, Path folder) {
        this.contents = contents;
        this.programs = new Programs(new FactNotes(folder));
    }

    /// @param arches those that the store, or the image's index, has the name for
    /// @param starts which files are started, by the files that there are
    public ImageFacts of(StoredImage image, List<Arch> arches, Function<ImageFiles, Set<String>> starts)
            throws IOException {
        FlattenedImage content = contents.of(image);
        ImageFiles files = ImageFilesOf.listing(content.listing());
        Set<String> started = starts.apply(files);
        ImageFiles withPrograms = started.isEmpty()
                ? files
                : new ImageFiles(files.entries(), programs.of(image, content, files, started));
        Declared declared = contents.store().declared(image);
        long size = content.listing().stream().mapToLong(entry -> entry.size()).sum();
        return new ImageFacts(
                image.config(),
                arches,
                declared.ports(),
                declared.volumes(),
                Optional.of(withPrograms),
                size,
                contents.store().digest(image.ref()));
    }
}
