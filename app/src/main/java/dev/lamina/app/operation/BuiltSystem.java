package dev.lamina.app.operation;

import dev.lamina.assembler.fs.compress.Compression;
import dev.lamina.assembler.listing.BuiltListing;
import dev.lamina.assembler.listing.SystemListing;
import dev.lamina.model.progress.Reporter;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A system that was built, by Lamina or by LinuxKit: the files of a build, or a single ramdisk or tar.
///
/// @param main the ramdisk or the tar
/// @param kernel beside the ramdisk, if it is there
/// @param cmdline likewise
public record BuiltSystem(Form form, Path main, Optional<Path> kernel, Optional<Path> cmdline) {

    /// How it lies on the disk.
    public enum Form {
        RAMDISK,
        TAR,
        /// A tar with kernel, ramdisk and command line in it.
        BOOT_TAR
    }

    private static final String BOOT_TAR = "-initrd.tar";

    /// Up to the mark of a tar's first header, and a cpio's.
    private static final int HEAD = 512;

    private static final int TAR_MARK = 257;

    /// What the tars of bundles and images begin with; of these the images count, not the files.
    private static final List<String> LAYOUTS = List.of("oci-layout", "index.json", "blobs", "manifest.json");

    /// Empty when `name` is neither a built file nor the PREFIX of some.
    public static Optional<BuiltSystem> find(Path name) throws IOException {
        if (Files.isRegularFile(name)) {
            return ofFile(name);
        }
        if (name.getFileName() == null) {
            return Optional.empty();
        }
        Path ramdisk = part(name, EarlierBuild.INITRD);
        if (Files.isRegularFile(ramdisk)) {
            return Optional.of(new BuiltSystem(
                    Form.RAMDISK,
                    ramdisk,
                    existing(part(name, EarlierBuild.KERNEL)),
                    existing(part(name, EarlierBuild.COMMAND_LINE))));
        }
        return Stream.of(".tar", ".docker", BOOT_TAR)
                .map(ending -> part(name, ending))
                .filter(Files::isRegularFile)
                .findFirst()
                .map(tar -> single(tar.toString().endsWith(BOOT_TAR) ? Form.BOOT_TAR : Form.TAR, tar));
    }

    private static Path part(Path prefix, String ending) {
        return prefix.resolveSibling(prefix.getFileName() + ending);
    }

    private static Optional<Path> existing(Path file) {
        return Optional.of(file).filter(Files::isRegularFile);
    }

    private static BuiltSystem single(Form form, Path file) {
        return new BuiltSystem(form, file, Optional.empty(), Optional.empty());
    }

    /// By its first bytes.
    private static Optional<BuiltSystem> ofFile(Path file) throws IOException {
        byte[] head = head(file);
        if (isTar(head)) {
            boolean layout = LAYOUTS.stream().anyMatch(firstName(head)::startsWith);
            Form form = file.toString().endsWith(BOOT_TAR) ? Form.BOOT_TAR : Form.TAR;
            return layout ? Optional.empty() : Optional.of(single(form, file));
        }
        boolean cpio = new String(head, StandardCharsets.ISO_8859_1).startsWith("07070");
        return cpio ? Optional.of(single(Form.RAMDISK, file)) : Optional.empty();
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file));
                InputStream in = Compression.decompress(raw)) {
            return in.readNBytes(HEAD);
        } catch (IOException e) {
            return new byte[0]; // it only begins like something compressed
        }
    }

    private static boolean isTar(byte[] head) {
        return head.length == HEAD
                && new String(head, TAR_MARK, "ustar".length(), StandardCharsets.ISO_8859_1).equals("ustar");
    }

    private static String firstName(byte[] head) {
        return new String(head, 0, 100, StandardCharsets.ISO_8859_1);
    }

    /// Everything that is in it.
    public SystemListing list(Reporter reporter) throws IOException {
        BuiltListing listing = new BuiltListing(reporter);
        return switch (form) {
            case RAMDISK -> listing.ramdisk(kernel, main, cmdline);
            case TAR -> listing.tar(main);
            case BOOT_TAR -> listing.bootTar(main);
        };
    }
}
