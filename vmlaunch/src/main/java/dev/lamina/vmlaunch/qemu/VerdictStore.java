package dev.lamina.vmlaunch.qemu;

import dev.lamina.model.BootMedia;
import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.Accelerator;
import dev.lamina.vmlaunch.host.HostSystem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/// Remembers whether an accelerator ran a kernel. A verdict holds for one QEMU, one boot of the host and one kernel;
/// losing it costs one trial.
final class VerdictStore {
    private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");

    /// Enough of a kernel to tell builds apart: header, version, the start of the decompressor.
    private static final int KERNEL_HEAD = 64 * 1024;

    private final Path folder;

    VerdictStore(Path folder) {
        this.folder = folder;
    }

    /// @param works the accelerator ran the kernel
    /// @param detail why not
    record Verdict(boolean works, String detail) {}

    /// The name under which a verdict about a kernel is kept, or that about media whose kernel is not known.
    static String key(QemuBinary qemu, HostSystem host, Accelerator accelerator, BootMedia media) {
        byte[] kernel = media.directKernel().map(VerdictStore::head).orElse(new byte[0]);
        return key(qemu, host, accelerator, media.arch(), kernel);
    }

    /// The name under which the newest verdict about any kernel is kept.
    static String keyOfAny(QemuBinary qemu, HostSystem host, Accelerator accelerator, Arch guest) {
        return key(qemu, host, accelerator, guest, new byte[0]);
    }

    private static String key(
            QemuBinary qemu, HostSystem host, Accelerator accelerator, Arch guest, byte[] kernelHead) {
        MessageDigest digest = Sha256.begin();
        for (String part : new String[] {
            qemu.path().toString(),
            qemu.version(),
            Long.toString(qemu.modified()),
            host.os().name(),
            System.getProperty("os.version"),
            bootId(),
            accelerator.id(),
            guest.ociName()
        }) {
            digest.update(part.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        digest.update(kernelHead);
        return HexFormat.of().formatHex(digest.digest(), 0, 16);
    }

    private static byte[] head(Path kernel) {
        try (InputStream stream = Files.newInputStream(kernel)) {
            return stream.readNBytes(KERNEL_HEAD);
        } catch (IOException e) {
            // The start fails on the same file, with a better message.
            return new byte[0];
        }
    }

    /// Another boot may come with another firmware setting or kernel module. Only Linux has such an id.
    private static String bootId() {
        try {
            return Files.readString(BOOT_ID).strip();
        } catch (IOException e) {
            return "";
        }
    }

    Optional<Verdict> read(String key) {
        try {
            String text = Files.readString(file(key));
            int end = text.indexOf('\n');
            return switch (text.substring(0, Math.max(0, end))) {
                case "works" -> Optional.of(new Verdict(true, ""));
                case "fails" ->
                    Optional.of(new Verdict(false, text.substring(end + 1).strip()));
                default -> Optional.empty();
            };
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// Since when it is known.
    Instant when(String key) {
        try {
            return Files.getLastModifiedTime(file(key)).toInstant();
        } catch (IOException e) {
            return Instant.EPOCH;
        }
    }

    /// A verdict that cannot be written is found out again next time.
    void write(String key, Verdict verdict) {
        try {
            Files.createDirectories(folder);
            Path temporary = Files.createTempFile(folder, key, ".tmp");
            Files.writeString(temporary, verdict.works() ? "works\n" : "fails\n" + verdict.detail() + "\n");
            Files.move(temporary, file(key), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            return;
        }
    }

    private Path file(String key) {
        return folder.resolve(key);
    }
}
