package dev.lamina.assembler.part;

import dev.lamina.assembler.io.AtomicFile;
import dev.lamina.assembler.io.Hashing;
import dev.lamina.assembler.io.SealedBytes;
import dev.lamina.assembler.io.Storage;
import dev.lamina.assembler.oci.BlobDescriptor;
import dev.lamina.assembler.oci.FlattenedImage;
import dev.lamina.assembler.oci.ImageContents;
import dev.lamina.assembler.oci.StoredImage;
import dev.lamina.assembler.sbom.Attestations;
import dev.lamina.assembler.sbom.ImageFacts;
import dev.lamina.assembler.sbom.ImageUse;
import dev.lamina.assembler.sbom.InstalledSoftware;
import dev.lamina.assembler.sbom.SbomChoice;
import dev.lamina.assembler.sbom.Software;
import dev.lamina.assembler.sbom.SpdxDocument;
import dev.lamina.assembler.tree.Origin;
import dev.lamina.model.value.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/// The list of a system's software as a file of the system. Lists are kept by all that they follow from, so that a
/// rebuild reads one file for it.
public final class SbomPart {
    /// Raise it whenever the same images give another list.
    private static final String VERSION = "1";

    /// Neither of an image nor of the document, so that no records say where it comes from; LinuxKit has none either.
    private static final Origin ORIGIN = new Origin("", "sbom");

    private final ImageContents contents;
    private final ExtractedFiles extracted;
    private final Path notes;

    /// @param notes a folder for what was found out about images
    public SbomPart(ImageContents contents, Path notes) {
        this.contents = contents;
        this.extracted = new ExtractedFiles(contents, notes);
        this.notes = notes;
    }

    MadePart of(SbomChoice choice, List<ImageUse> images) throws IOException {
        MadePart part = new MadePart(ORIGIN);
        int slash = choice.path().lastIndexOf('/');
        if (slash > 0) {
            part.directories(choice.path().substring(0, slash));
        }
        return part.file(choice.path(), text(images, choice.created()));
    }

    private String text(List<ImageUse> images, Instant created) throws IOException {
        Path note = notes.resolve("sbom-" + key(images, created).hex());
        Optional<String> kept = kept(note);
        if (kept.isPresent()) {
            return kept.get();
        }
        String made = make(images, created);
        if (created.equals(SbomChoice.ALWAYS)) { // any other moment will not come again
            Storage.createFolder(notes);
            AtomicFile.writeUnforced(note, SealedBytes.seal(made.getBytes(StandardCharsets.UTF_8)));
        }
        return made;
    }

    /// A damaged one is made again.
    private static Optional<String> kept(Path note) throws IOException {
        try {
            return SealedBytes.open(Files.readAllBytes(note)).map(text -> new String(text, StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private Digest key(List<ImageUse> images, Instant created) throws IOException {
        StringBuilder key = new StringBuilder(VERSION + "\n" + created + "\n");
        for (ImageUse use : images) {
            StoredImage image = use.image();
            key.append(image.ref()).append(' ').append(image.arch()).append(' ').append(image.manifestDigest());
            key.append(' ').append(use.locations()).append(' ').append(use.prefixes());
            for (BlobDescriptor attested : Attestations.of(contents.store(), image)) {
                key.append(' ').append(attested.digest());
            }
            key.append('\n');
        }
        return Hashing.digest(key.toString().getBytes(StandardCharsets.UTF_8));
    }

    private String make(List<ImageUse> images, Instant created) throws IOException {
        Map<ImageUse, ImageFacts> facts = new LinkedHashMap<>();
        for (ImageUse use : images) {
            facts.put(use, facts(use.image()));
        }
        return SpdxDocument.ofSystem(created, facts);
    }

    /// The list of an image alone.
    public String text(StoredImage image, Instant created) throws IOException {
        return SpdxDocument.ofImage(created, image, facts(image));
    }

    private ImageFacts facts(StoredImage image) throws IOException {
        return new ImageFacts(software(image), Attestations.read(contents.store(), image));
    }

    private SortedSet<Software> software(StoredImage image) throws IOException {
        Optional<SortedSet<Software>> noted = InstalledSoftware.noted(image);
        if (noted.isPresent()) {
            return noted.get();
        }
        FlattenedImage tree = contents.of(image);
        List<String> files = InstalledSoftware.files(tree.listing());
        Map<String, BlobDescriptor> blobs = files.isEmpty() ? Map.of() : extracted.of(image, Set.copyOf(files));
        return InstalledSoftware.read(
                files,
                path -> contents.store()
                        .openBlob(Objects.requireNonNull(blobs.get(path)).digest()));
    }
}
