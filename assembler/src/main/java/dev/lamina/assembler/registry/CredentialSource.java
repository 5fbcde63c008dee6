package dev.lamina.assembler.registry;

import java.util.Optional;

/// Knows what the user logged in with.
@FunctionalInterface
public interface CredentialSource {

    /// @param registry as the user names it: host and port, or `docker.io`
    Found find(String registry);

    /// Nobody logged in anywhere.
    CredentialSource NONE = registry -> new Found(Optional.empty(), Optional.empty());

    /// @param problem why there are none, when that is somebody's fault; told when the registry refuses
    record Found(Optional<Credentials> credentials, Optional<String> problem) {}
}
