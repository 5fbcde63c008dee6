package dev.lamina.app.operation;

import dev.lamina.model.value.Arch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A kernel to try an accelerator with: that of the newest system that was built to be run, otherwise this computer's
/// own.
final class TrialKernel {
    private final Path builds;
    private final Path boot;

    /// @param builds folders of systems
    /// @param boot where a Linux has its own kernels, `/boot`
    TrialKernel(Path builds, Path boot) {
        this.builds = builds;
        this.boot = boot;
    }

    Optional<Path> find(Arch arch) {
        List<Path> candidates = new ArrayList<>(newestFirst(builds, 2, EarlierBuild.KERNEL));
        newestFirst(boot, 1, "").stream()
                .filter(file -> file.getFileName().toString().startsWith("vmlinuz"))
                .forEach(candidates::add);
        return candidates.stream().filter(kernel -> isFor(kernel, arch)).findFirst();
    }

    private static List<Path> newestFirst(Path folder, int depth, String end) {
        try (Stream<Path> files = Files.find(
                folder,
                depth,
                (file, attributes) -> attributes.isRegularFile()
                        && file.getFileName().toString().endsWith(end))) {
            return files.sorted(Comparator.comparing(TrialKernel::made).reversed())
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }

    private static FileTime made(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }

    private static boolean isFor(Path kernel, Arch arch) {
        try {
            return KernelArch.detect(kernel).filter(arch::equals).isPresent();
        } catch (IOException e) {
            return false; // root's alone, as Ubuntu has them
        }
    }
}
