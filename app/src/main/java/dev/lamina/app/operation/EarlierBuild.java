package dev.lamina.app.operation;

import dev.lamina.model.BootMedia;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.value.Arch;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The files that `--format kernel+initrd` writes, ours or LinuxKit's: `PREFIX-kernel`, `PREFIX-initrd.img`,
/// `PREFIX-cmdline`. Only the kernel must be there. `kernel+squashfs` has `PREFIX-squashfs.img` in place of the initrd.
///
/// @param shown the prefix as the user gave it
record EarlierBuild(Path prefix, String shown) {
    /// Kernels take 2 KiB (x86) or 4 KiB (s390x); far more is no command line.
    private static final int MAX_CMDLINE = 64 * 1024;

    static final String KERNEL = "-kernel";
    static final String INITRD = "-initrd.img";
    static final String COMMAND_LINE = "-cmdline";
    static final String SQUASHFS = "-squashfs.img";

    boolean exists() {
        return Files.isRegularFile(part(KERNEL));
    }

    /// Where its files are, those that are not there too.
    List<Path> files() {
        return Stream.of(KERNEL, INITRD, COMMAND_LINE, SQUASHFS).map(this::part).toList();
    }

    private Path part(String ending) {
        return prefix.resolveSibling(prefix.getFileName() + ending);
    }

    /// @param wish overrules what the kernel's first bytes say
    BootMedia media(Optional<Arch> wish) throws IOException {
        return new BootMedia.KernelInitrd(arch(wish), part(KERNEL), initrd(), cmdline());
    }

    Optional<Path> initrd() {
        return Optional.of(part(INITRD)).filter(Files::exists);
    }

    /// The kernel's command line, empty when there is none.
    String cmdline() throws IOException {
        Path file = part(COMMAND_LINE);
        if (!Files.exists(file)) {
            return "";
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_CMDLINE + 1);
            String text = new String(bytes, StandardCharsets.UTF_8).strip();
            if (bytes.length > MAX_CMDLINE || text.chars().anyMatch(Character::isISOControl)) {
                throw new InputException(
                        shown + COMMAND_LINE + " is not a kernel command line",
                        "it holds one line of text; build it again");
            }
            return text;
        }
    }

    boolean hasSquashfs() {
        return Files.isRegularFile(part(SQUASHFS));
    }

    /// The kernel with a root file system of its own.
    ///
    /// @param wish overrules what the kernel's first bytes say
    BootMedia withSquashfs(Optional<Arch> wish) throws IOException {
        if (!exists() || !hasSquashfs()) {
            throw new InputException(
                    "there are no files " + shown + KERNEL + " and " + shown + SQUASHFS,
                    "name the prefix of what was built with --format kernel+squashfs");
        }
        return new BootMedia.KernelRoot(arch(wish), part(KERNEL), part(SQUASHFS), cmdline());
    }

    private Arch arch(Optional<Arch> wish) throws IOException {
        return wish.isPresent()
                ? wish.get()
                : KernelArch.detect(part(KERNEL))
                        .orElseThrow(() -> new InputException(
                                shown + KERNEL + " is not a kernel of a known architecture",
                                "if it is a kernel, name its architecture, for example --arch amd64"));
    }
}
