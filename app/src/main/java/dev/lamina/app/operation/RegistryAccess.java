package dev.lamina.app.operation;

import dev.lamina.assembler.registry.RegistryMirrors.Mirror;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// What the user says about reaching registries.
///
/// @param mirrors asked before those that the environment names
/// @param certificates files with further authorities to trust
/// @param plainHttp registries, host and port, that may be spoken to without encryption
public record RegistryAccess(List<Mirror> mirrors, List<Path> certificates, Set<String> plainHttp) {
    public static final RegistryAccess USUAL = new RegistryAccess(List.of(), List.of(), Set.of());

    public RegistryAccess {
        mirrors = List.copyOf(mirrors);
        certificates = List.copyOf(certificates);
        plainHttp = Set.copyOf(plainHttp);
    }
}
