package dev.lamina.assembler.format;

import dev.lamina.assembler.oci.BlobDescriptor;
import dev.lamina.model.BootMedia;
import dev.lamina.model.progress.Reporter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `kernel+initrd`: the kernel, the initial ramdisk and the command line as files of their own, for direct kernel boot.
public final class KernelInitrdFormat implements Format {
    public static final String ID = "kernel+initrd";

    private static final String KERNEL = "-kernel";
    private static final String INITRD = "-initrd.img";
    private static final String CMDLINE = "-cmdline";

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
        Ramdisk ramdisk = new Ramdisk(image);
        if (image.kernel().isPresent()) {
            BlobDescriptor kernel = image.kernel().get();
            try (Reporter.Step step = reporter.begin("writing " + name + KERNEL, kernel.size())) {
                out.write(name + KERNEL, kernel.digest(), stream -> ramdisk.copy(kernel, stream, step));
            }
        }
        try (Reporter.Step step = reporter.begin("writing " + name + INITRD, ramdisk.size())) {
            out.write(name + INITRD, ramdisk.key(), stream -> ramdisk.writeTo(stream, step));
        }
        if (!image.cmdline().isEmpty()) {
            byte[] text = image.cmdline().getBytes(StandardCharsets.UTF_8);
            out.write(name + CMDLINE, stream -> stream.write(text));
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
