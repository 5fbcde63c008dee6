package dev.lamina.assembler.facts;

import dev.lamina.assembler.io.Hashing;
import dev.lamina.assembler.oci.FlattenedImage;
import dev.lamina.assembler.oci.ImageContents;
import dev.lamina.assembler.oci.KernelExtras;
import dev.lamina.assembler.oci.StoredImage;
import dev.lamina.assembler.tree.TreeEntry;
import dev.lamina.assembler.tree.TreeEntry.Kind;
import dev.lamina.model.Kernel;
import dev.lamina.model.check.KernelFacts;
import dev.lamina.model.value.ImageRef;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads from a kernel image of the store what reviews want to know. Reading takes time once: what was read is noted.
public final class KernelReader {
    private static final Pattern CONFIG =
            Pattern.compile("(?:boot/)?config-[^/]+|(?:boot/)?kernel[_-]config(?:\\.gz)?|config(?:\\.gz)?");

    private final ImageContents contents;
    private final FactNotes notes;

    /// @param folder for notes; everything in it can be made again
    public KernelReader(ImageContents contents, Path folder) {
        this.contents = contents;
        this.notes = new FactNotes(folder);
    }

    /// Empty when the image does not have the files that the section names.
    ///
    /// @param images all that are in the system, for some of which a kernel image has more modules
    public Optional<KernelFacts> of(StoredImage image, Kernel kernel, Collection<ImageRef> images) throws IOException {
        FlattenedImage files = contents.of(image);
        if (isNoFile(files, kernel.effectiveBinary())
                || kernel.effectiveTar().filter(tar -> isNoFile(files, tar)).isPresent()) {
            return Optional.empty();
        }
        Set<String> tars = new TreeSet<>(kernel.effectiveTar().stream().toList());
        if (!tars.isEmpty()) {
            tars.addAll(KernelExtras.in(files, images));
        }
        Optional<String> config = files.listing().stream()
                .filter(entry -> entry.kind() == Kind.FILE)
                .map(TreeEntry::path)
                .filter(path -> CONFIG.matcher(path).matches())
                .sorted()
                .findFirst();
        Map<String, KernelTar> read = read(image, files, tars, config);
        KernelTar all = read.values().stream().reduce(KernelTar.NOTHING, KernelTar::and);
        return Optional.of(new KernelFacts(all.release(), all.modules(), all.builtIn(), all.config()));
    }

    private static boolean isNoFile(FlattenedImage files, String path) {
        return files.find(path).filter(entry -> entry.kind() == Kind.FILE).isEmpty();
    }

    /// What each file says, by its path.
    private Map<String, KernelTar> read(
            StoredImage image, FlattenedImage files, Set<String> tars, Optional<String> config) throws IOException {
        Map<String, KernelTar> read = new HashMap<>();
        Set<String> open = new HashSet<>();
        for (String path : Stream.concat(tars.stream(), config.stream()).toList()) {
            notes.find(note(image, path))
                    .flatMap(KernelNote::decode)
                    .ifPresentOrElse(known -> read.put(path, known), () -> open.add(path));
        }
        if (!open.isEmpty()) {
            files.streamTo(open, (entry, content) -> {
                KernelTar found = tars.contains(entry.path())
                        ? KernelTar.read(content, entry.path())
                        : new KernelTar("", Set.of(), Set.of(), KernelTar.config(content));
                notes.put(note(image, entry.path()), KernelNote.encode(found));
                read.put(entry.path(), found);
            });
        }
        return read;
    }

    private static String note(StoredImage image, String path) {
        byte[] key = (image.manifestDigest() + " " + path).getBytes(StandardCharsets.UTF_8);
        return "kernel-" + Hashing.digest(key).hex();
    }
}
