package dev.lamina.assembler.catalogue;

import dev.lamina.model.value.Arch;
import java.util.List;
import java.util.regex.Pattern;

/// Where Debian's systems have their things. Paths are without a leading slash.
final class GuestLayout {
    /// These are links to directories of the same name in `usr` on every Debian system since 12.
    private static final List<String> MERGED = List.of("bin/", "sbin/", "lib/", "lib32/", "lib64/", "libx32/");

    private static final Pattern LIBRARY =
            Pattern.compile("usr/lib(64|/[a-z0-9_]+-linux-gnu[a-z0-9]*)?/[^/]+\\.so(\\.[^/]*)?");

    private GuestLayout() {}

    /// The path below `usr` of what may be written without it.
    static String merged(String path) {
        return MERGED.stream().anyMatch(path::startsWith) ? "usr/" + path : path;
    }

    static boolean isLibrary(String path) {
        return LIBRARY.matcher(path).matches();
    }

    /// Where the packages of an architecture have their libraries, in the order in which its loader looks.
    static List<String> libraryFolders(Arch arch) {
        return List.of("usr/lib/" + tuple(arch), "usr/lib", "usr/lib64");
    }

    /// The folder where the loader looks first, unless a cache tells it otherwise.
    static String firstLibraryFolder(Arch arch) {
        return "lib/" + tuple(arch);
    }

    private static String tuple(Arch arch) {
        return arch.machine() + "-linux-gnu";
    }

    /// The loader's path as the ABI of the architecture has it: every program names it so.
    static String loader(Arch arch) {
        return switch (arch) {
            case AMD64 -> "lib64/ld-linux-x86-64.so.2";
            case ARM64 -> "lib/ld-linux-aarch64.so.1";
            case RISCV64 -> "lib/ld-linux-riscv64-lp64d.so.1";
            case S390X -> "lib/ld64.so.1";
        };
    }

    static String nameOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
