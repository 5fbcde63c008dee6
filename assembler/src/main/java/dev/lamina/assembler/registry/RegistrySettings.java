package dev.lamina.assembler.registry;

import dev.lamina.assembler.http.HttpSettings;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/// How registries are reached from here.
///
/// @param plainHttp registries, host and port, that are spoken to without encryption
/// @param certificates files with the authorities to believe besides those that Java believes
public record RegistrySettings(
        HttpSettings http,
        RegistryMirrors mirrors,
        Set<String> plainHttp,
        List<Path> certificates,
        CredentialSource credentials,
        Pause pause,
        InstantSource clock) {
    public RegistrySettings {
        plainHttp = Set.copyOf(plainHttp);
        certificates = List.copyOf(certificates);
    }

    /// As a user expects it.
    public static RegistrySettings usual(
            HttpSettings http,
            RegistryMirrors mirrors,
            Set<String> plainHttp,
            List<Path> certificates,
            CredentialSource credentials) {
        return new RegistrySettings(
                http, mirrors, plainHttp, certificates, credentials, Thread::sleep, InstantSource.system());
    }
}
