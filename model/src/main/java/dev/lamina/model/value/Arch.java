package dev.lamina.model.value;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A processor architecture by its OCI (Go) name, with the names that others give it.
public enum Arch {
    AMD64("amd64", "x86_64"),
    ARM64("arm64", "aarch64"),
    RISCV64("riscv64", "riscv64"),
    S390X("s390x", "s390x");

    private final String ociName;
    private final String machine;

    Arch(String ociName, String machine) {
        this.ociName = ociName;
        this.machine = machine;
    }

    /// The name in OCI images and Debian packages, e.g. `amd64`.
    public String ociName() {
        return ociName;
    }

    /// The name that `uname -m` and QEMU use, e.g. `x86_64`.
    public String machine() {
        return machine;
    }

    /// Accepts either family of names.
    public static Optional<Arch> parse(String text) {
        String name = text.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(arch -> arch.ociName.equals(name) || arch.machine.equals(name))
                .findFirst();
    }

    /// Maps the value of the system property `os.arch`; AMD64 for one that Lamina does not know.
    public static Arch ofJavaProperty(String osArch) {
        return parse(osArch).orElse(AMD64);
    }

    @Override
    public String toString() {
        return ociName;
    }
}
