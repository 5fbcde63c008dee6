package dev.lamina.vmlaunch.testing;

import dev.lamina.model.BootMedia;
import dev.lamina.model.value.Arch;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Files with the form of a kernel, for hypervisors that are played: what the "guest" prints is in them.
public final class FakeKernel {
    private static final int TEXT = 0x300;
    private static final int SIZE = 0x2000;

    private FakeKernel() {}

    public static BootMedia bzImage(Path folder, String text) throws IOException {
        ByteBuffer image = ByteBuffer.allocate(SIZE).order(ByteOrder.LITTLE_ENDIAN);
        image.put(0x202, "HdrS".getBytes(StandardCharsets.US_ASCII));
        image.putShort(0x206, (short) 0x020f);
        return media(Arch.AMD64, folder, image, text);
    }

    public static BootMedia arm64Image(Path folder, String text) throws IOException {
        ByteBuffer image = ByteBuffer.allocate(SIZE).order(ByteOrder.LITTLE_ENDIAN);
        image.put(0x38, "ARMd".getBytes(StandardCharsets.US_ASCII));
        return media(Arch.ARM64, folder, image, text);
    }

    private static BootMedia media(Arch arch, Path folder, ByteBuffer image, String text) throws IOException {
        image.put(TEXT, text.getBytes(StandardCharsets.UTF_8));
        Path kernel = Files.write(folder.resolve("kernel"), image.array());
        return new BootMedia.KernelInitrd(arch, kernel, Optional.empty(), "quiet");
    }
}
