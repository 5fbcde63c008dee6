package dev.lamina.assembler.format;

import dev.lamina.assembler.io.Hashing;
import dev.lamina.assembler.io.ReportedInput;
import dev.lamina.assembler.oci.BlobDescriptor;
import dev.lamina.assembler.segment.SegmentPlan;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/// The initial ramdisk of an image: the microcode (an uncompressed cpio, whose length is a multiple of 4) and the
/// compressed segments, back to back (kernel documentation, early_userspace_support and buffer-format).
record Ramdisk(PreparedImage image) {
    private static final int ALIGNMENT = 4;

    /// Names the ramdisk by what it is made of.
    Digest key() {
        MessageDigest hash = Hashing.sha256();
        image.microcode().ifPresent(microcode -> add(hash, "microcode " + microcode.digest()));
        image.segments().forEach(segment -> add(hash, "segment " + segment.key()));
        return Digest.of(hash.digest());
    }

    private static void add(MessageDigest hash, String line) {
        hash.update((line + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    /// In bytes.
    long size() throws IOException {
        long size = image.microcode()
                .map(microcode -> microcode.size() + padding(microcode))
                .orElse(0L);
        for (SegmentPlan segment : image.segments()) {
            size += image.segmentStore()
                    .find(segment.key())
                    .map(footer -> footer.size())
                    .orElse(0L);
        }
        return size;
    }

    void writeTo(OutputStream out, Reporter.Step step) throws IOException {
        if (image.microcode().isPresent()) {
            BlobDescriptor microcode = image.microcode().get();
            copy(microcode, out, step);
            out.write(new byte[padding(microcode)]);
        }
        for (SegmentPlan segment : image.segments()) {
            image.segmentStore().copy(segment.key(), out, step);
        }
    }

    private static int padding(BlobDescriptor microcode) {
        return (int) (-microcode.size() & (ALIGNMENT - 1));
    }

    /// A file of the image as it is: the kernel or the microcode.
    void copy(BlobDescriptor blob, OutputStream out, Reporter.Step step) throws IOException {
        try (InputStream in = new ReportedInput(image.store().openBlob(blob.digest()), step)) {
            in.transferTo(out);
        }
    }
}
