package dev.lamina.assembler.facts;

import dev.lamina.assembler.oci.FlattenedImage;
import dev.lamina.assembler.oci.ImageContents;
import dev.lamina.assembler.oci.KernelExtras;
import dev.lamina.assembler.oci.StoredImage;
import dev.lamina.assembler.tree.TreeEntry;
import dev.lamina.assembler.tree.TreeEntry.Kind;
import dev.lamina.model.Composition;
import dev.lamina.model.Container;
import dev.lamina.model.FileEntry;
import dev.lamina.model.Section;
import dev.lamina.model.check.LocalFile;
import dev.lamina.model.check.SystemSizes;
import dev.lamina.model.memory.SystemLoad;
import dev.lamina.model.value.ImageRef;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Adds up how large a system will be, by the names and sizes of the files in its images. Layers that several images
/// share are in a system once.
public final class SizeReader {
    /// What programs and libraries become by the usual compression: 0.31 to 0.42 in the systems of docs/memory.md.
    private static final double COMPRESSED = 0.4;

    /// More than anybody has; sparse files may claim any size.
    private static final long MOST = 1L << 50;

    private final ImageContents contents;

    public SizeReader(ImageContents contents) {
        this.contents = contents;
    }

    /// Empty when not all images are known.
    ///
    /// @param local what is known of local files
    public Optional<SystemSizes> of(
            Composition composition, Map<ImageRef, StoredImage> images, Map<String, LocalFile> local)
            throws IOException {
        Sum sum = new Sum();
        for (ImageRef ref : trees(composition)) {
            StoredImage image = images.get(ref);
            if (image == null) {
                return Optional.empty();
            }
            sum.tree(image, contents.of(image));
        }
        Optional<ImageRef> kernel = composition.kernel().image();
        if (kernel.isPresent()) {
            StoredImage image = images.get(kernel.get());
            if (image == null) {
                return Optional.empty();
            }
            kernel(composition, contents.of(image), images.keySet(), sum);
        }
        composition.files().forEach(file -> sum.file(file, local));
        return Optional.of(new SystemSizes(sum.files, (long) (sum.files * COMPRESSED), sum.largest, sum.largestPath));
    }

    /// The images whose files are in the system.
    private static Set<ImageRef> trees(Composition composition) {
        Set<ImageRef> refs = new LinkedHashSet<>(composition.init());
        for (Section section : Section.values()) {
            composition.containers(section).stream().map(Container::image).forEach(refs::add);
        }
        composition.volumes().forEach(volume -> volume.image().ifPresent(refs::add));
        return refs;
    }

    /// A tar is about as large as what is in it.
    private static void kernel(Composition composition, FlattenedImage files, Set<ImageRef> images, Sum sum) {
        Optional<String> tar = composition.kernel().effectiveTar();
        tar.flatMap(files::find).ifPresent(entry -> sum.add(entry.size()));
        if (tar.isPresent()) {
            KernelExtras.in(files, images)
                    .forEach(extra -> files.find(extra).ifPresent(entry -> sum.add(entry.size())));
        }
    }

    private static final class Sum {
        private final Set<String> seen = new HashSet<>();
        private long files;
        private long largest;
        private String largestPath = "";

        void tree(StoredImage image, FlattenedImage tree) {
            for (TreeEntry entry : tree.listing()) {
                if (entry.kind() == Kind.FILE && entry.size() > 0 && seen.add(tree.identity(entry.path()))) {
                    add(entry.size());
                    largest(entry.size(), "the file /" + entry.path() + " of " + image.ref());
                }
            }
        }

        void file(FileEntry file, Map<String, LocalFile> local) {
            long size = switch (file.content()) {
                case FileEntry.Text text -> text.contents().getBytes(StandardCharsets.UTF_8).length;
                case FileEntry.Source source ->
                    local.get(source.path()) instanceof LocalFile.Present present ? present.size() : 0;
                case FileEntry.Directory ignored -> 0;
                case FileEntry.Symlink ignored -> 0;
                case FileEntry.Metadata ignored -> 0;
            };
            add(size);
            largest(size, "the file " + file.path());
        }

        void add(long size) {
            files = Math.min(MOST, files + SystemLoad.pages(Math.min(MOST, size)));
        }

        private void largest(long size, String path) {
            if (size > largest) {
                largest = size;
                largestPath = path;
            }
        }
    }
}
