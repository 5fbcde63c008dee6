package dev.lamina.vmlaunch.testing;

import dev.lamina.model.BootMedia;
import dev.lamina.model.value.Arch;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// Stand-ins for the programs of macOS: `hypervisor.py` under another name, and "kernels" that it boots.
public final class FakeMac {
    private static final int TEXT = 0x300;
    private static final int SIZE = 0x2000;

    private FakeMac() {}

    /// @param name `hyperkit` or `vfkit`
    /// @return the program, in a folder of its own
    public static Path program(Path folder, String name) throws IOException {
        Path python = Stream.of("/usr/bin/python3", "/usr/local/bin/python3", "/opt/homebrew/bin/python3")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(Path.of("/nowhere"));
        Assumptions.assumeTrue(Files.isExecutable(python), "the stand-ins need python3");
        try (InputStream script = FakeMac.class.getResourceAsStream("/fake/hypervisor.py")) {
            if (script == null) {
                throw new IOException("no /fake/hypervisor.py among the test's resources");
            }
            String text = "#!" + python + "\n" + new String(script.readAllBytes(), StandardCharsets.UTF_8);
            Path file = Files.writeString(
                    Files.createDirectories(folder.resolve("bin")).resolve(name), text);
            if (!file.toFile().setExecutable(true)) {
                throw new IOException(file + " cannot be made a program");
            }
            return file;
        }
    }

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
