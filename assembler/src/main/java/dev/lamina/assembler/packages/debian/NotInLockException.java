package dev.lamina.assembler.packages.debian;

import dev.lamina.assembler.packages.PackagePin;
import dev.lamina.model.problem.EnvironmentException;
import java.util.List;
import java.util.stream.Collectors;

/// Pinned files are on no mirror any more, and only they may be used.
public final class NotInLockException extends EnvironmentException {
    private final List<PackagePin> packages;

    NotInLockException(List<PackagePin> packages) {
        super(
                "no mirror has what the lock names: "
                        + packages.stream().map(PackagePin::label).collect(Collectors.joining(", ")),
                "leave out --locked to use the current versions, or run `lamina catalogue update`");
        this.packages = List.copyOf(packages);
    }

    public List<PackagePin> packages() {
        return packages;
    }
}
