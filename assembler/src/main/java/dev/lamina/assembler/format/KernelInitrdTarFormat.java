package dev.lamina.assembler.format;

import dev.lamina.assembler.fs.tar.TarWriter;
import dev.lamina.assembler.io.UnclosedOutput;
import dev.lamina.assembler.oci.BlobDescriptor;
import dev.lamina.assembler.tree.TreeEntry;
import dev.lamina.model.progress.Reporter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// `tar-kernel-initrd`: what a boot loader needs in one tar, `kernel`, `initrd.img`, `cmdline` and `ucode.cpio`, for
/// programs that make disks of it. The microcode is a file of its own here, as LinuxKit has it, and not in the ramdisk.
public final class KernelInitrdTarFormat implements Format {
    private static final String ENDING = "-initrd.tar";

    @Override
    public String id() {
        return "tar-kernel-initrd";
    }

    @Override
    public boolean needsSegments() {
        return true;
    }

    @Override
    public List<String> fileNames(String name, PreparedImage image) {
        return List.of(name + ENDING);
    }

    @Override
    public void write(String name, PreparedImage image, OutputFolder out, Reporter reporter) throws IOException {
        Ramdisk ramdisk = new Ramdisk(image.withoutMicrocode());
        long bytes = ramdisk.size()
                + image.kernel().map(BlobDescriptor::size).orElse(0L)
                + image.microcode().map(BlobDescriptor::size).orElse(0L);
        try (Reporter.Step step = reporter.begin("writing " + name + ENDING, bytes)) {
            out.write(name + ENDING, stream -> write(image, ramdisk, stream, step));
        }
    }

    private static void write(PreparedImage image, Ramdisk ramdisk, OutputStream out, Reporter.Step step)
            throws IOException {
        TarWriter tar = new TarWriter(new UnclosedOutput(out));
        if (image.kernel().isPresent()) {
            BlobDescriptor kernel = image.kernel().get();
            tar.file(file("kernel", kernel.size()), stream -> ramdisk.copy(kernel, stream, step));
        }
        tar.file(file("initrd.img", ramdisk.size()), stream -> ramdisk.writeTo(stream, step));
        if (!image.cmdline().isEmpty()) {
            byte[] cmdline = image.cmdline().getBytes(StandardCharsets.UTF_8);
            tar.file(file("cmdline", cmdline.length), stream -> stream.write(cmdline));
        }
        if (image.microcode().isPresent()) {
            BlobDescriptor microcode = image.microcode().get();
            tar.file(file("ucode.cpio", microcode.size()), stream -> ramdisk.copy(microcode, stream, step));
        }
        tar.close();
    }

    private static TreeEntry file(String name, long size) {
        return TreeEntry.file(name, 0644, size);
    }
}
