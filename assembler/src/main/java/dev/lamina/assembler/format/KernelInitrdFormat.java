package dev.lamina.assembler.format;

import dev.lamina.assembler.io.Hashing;
import dev.lamina.assembler.io.ReportedInput;
import dev.lamina.assembler.oci.BlobDescriptor;
import dev.lamina.assembler.segment.SegmentPlan;
import dev.lamina.model.BootMedia;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `kernel+initrd`: the kernel, the initial ramdisk and the command line as files of their own, for direct kernel boot.
///
/// The ramdisk is the microcode (an uncompressed cpio, whose length is a multiple of 4) and the compressed segments,
/// back to back (kernel documentation, early_userspace_support and buffer-format).
public final class KernelInitrdFormat implements Format {
    public static final String ID = "kernel+initrd";

    private static final String KERNEL = "-kernel";
    private static final String INITRD = "-initrd.img";
    private static final String CMDLINE = "-cmdline";
    private static final int ALIGNMENT = 4;

    @Override
    public String id() {
        return ID;
    }

    @Override
    public boolean needsSegments() {
        return true;
    }

    @Override
    public List<String> fileNames(String name, PreparedImage image) {
        List<String> names = new ArrayList<>();
        image.kernel().ifPresent(kernel -> names.add(name + KERNEL));
        names.add(name + INITRD);
        if (!image.cmdline().isEmpty()) {
            names.add(name + CMDLINE);
        }
        return names;
    }

    @Override
    public void write(String name, PreparedImage image, OutputFolder out, Reporter reporter) throws IOException {
        if (image.kernel().isPresent()) {
            BlobDescriptor kernel = image.kernel().get();
            try (Reporter.Step step = reporter.begin("writing " + name + KERNEL, kernel.size())) {
                out.write(name + KERNEL, kernel.digest(), stream -> copy(image, kernel, stream, step));
            }
        }
        try (Reporter.Step step = reporter.begin("writing " + name + INITRD, size(image))) {
            out.write(name + INITRD, initrdKey(image), stream -> writeInitrd(image, stream, step));
        }
        if (!image.cmdline().isEmpty()) {
            byte[] text = image.cmdline().getBytes(StandardCharsets.UTF_8);
            out.write(name + CMDLINE, stream -> stream.write(text));
        }
    }

    /// Names the ramdisk by what it is made of.
    private static Digest initrdKey(PreparedImage image) {
        MessageDigest hash = Hashing.sha256();
        image.microcode().ifPresent(microcode -> add(hash, "microcode " + microcode.digest()));
        image.segments().forEach(segment -> add(hash, "segment " + segment.key()));
        return Digest.of(hash.digest());
    }

    private static void add(MessageDigest hash, String line) {
        hash.update((line + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static long size(PreparedImage image) throws IOException {
        long size = image.microcode().map(BlobDescriptor::size).orElse(0L);
        for (SegmentPlan segment : image.segments()) {
            size += image.segmentStore()
                    .find(segment.key())
                    .map(footer -> footer.size())
                    .orElse(0L);
        }
        return size;
    }

    private static void copy(PreparedImage image, BlobDescriptor blob, OutputStream out, Reporter.Step step)
            throws IOException {
        try (InputStream in = new ReportedInput(image.store().openBlob(blob.digest()), step)) {
            in.transferTo(out);
        }
    }

    private static void writeInitrd(PreparedImage image, OutputStream out, Reporter.Step step) throws IOException {
        if (image.microcode().isPresent()) {
            BlobDescriptor microcode = image.microcode().get();
            copy(image, microcode, out, step);
            out.write(new byte[(int) (-microcode.size() & (ALIGNMENT - 1))]);
        }
        for (SegmentPlan segment : image.segments()) {
            image.segmentStore().copy(segment.key(), out, step);
        }
    }

    @Override
    public Optional<BootMedia> media(String name, PreparedImage image, Path folder) {
        return image.kernel()
                .map(kernel -> new BootMedia.KernelInitrd(
                        image.arch(),
                        folder.resolve(name + KERNEL),
                        Optional.of(folder.resolve(name + INITRD)),
                        image.cmdline()));
    }
}
