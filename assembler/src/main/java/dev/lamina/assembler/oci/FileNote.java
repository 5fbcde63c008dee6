package dev.lamina.assembler.oci;

import dev.lamina.assembler.io.AtomicFile;
import dev.lamina.assembler.io.Hashing;
import dev.lamina.model.value.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A note that a blob of the store is a file of an image, so that the image need not be read for it again. It lies in
/// the folder of the listings.
///
/// @param image the digest of the image's manifest
public record FileNote(Digest image, BlobDescriptor blob) {
    static final String PREFIX = "file-";
    private static final Pattern FORM = Pattern.compile("([0-9a-f]{64}) ([0-9]{1,18}) ([0-9a-f]{64})\n");

    /// @param name path of the file in the image
    public static Optional<FileNote> find(Path folder, Digest image, String name) throws IOException {
        return read(file(folder, image, name)).filter(note -> note.image.equals(image));
    }

    /// Empty when there is none, or a damaged one.
    static Optional<FileNote> read(Path file) throws IOException {
        try {
            Matcher note = FORM.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
            return note.matches()
                    ? Optional.of(new FileNote(
                            new Digest(note.group(3)),
                            new BlobDescriptor(new Digest(note.group(1)), Long.parseLong(note.group(2)))))
                    : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /// Keeps the note for next time.
    public void write(Path folder, String name) throws IOException {
        String text = blob.digest().hex() + " " + blob.size() + " " + image.hex() + "\n";
        AtomicFile.write(file(folder, image, name), text.getBytes(StandardCharsets.US_ASCII));
    }

    private static Path file(Path folder, Digest image, String name) {
        byte[] key = (image + " " + name).getBytes(StandardCharsets.UTF_8);
        return folder.resolve(PREFIX + Hashing.digest(key).hex());
    }
}
