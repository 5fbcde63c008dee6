package dev.lamina.assembler.packages.debian;

import dev.lamina.assembler.packages.PackagePin;
import dev.lamina.model.problem.InputException;
import java.util.List;
import java.util.stream.Collectors;

/// Packages are not on this computer, and may not be fetched.
public final class NotCachedException extends InputException {
    private final List<PackagePin> packages;

    NotCachedException(List<PackagePin> packages) {
        super(
                "not on this computer: "
                        + packages.stream().map(PackagePin::label).collect(Collectors.joining(", ")),
                "run `lamina catalogue fetch` while there is a network, or leave out --offline");
        this.packages = List.copyOf(packages);
    }

    public List<PackagePin> packages() {
        return packages;
    }
}
