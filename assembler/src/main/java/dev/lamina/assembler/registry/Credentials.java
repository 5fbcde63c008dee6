package dev.lamina.assembler.registry;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// What somebody logged in with. Never printed.
public sealed interface Credentials {

    record Password(String user, String password) implements Credentials {
        /// For the header `Authorization`.
        String basic() {
            byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
            return "Basic " + Base64.getEncoder().encodeToString(pair);
        }

        @Override
        public String toString() {
            return "password of " + user;
        }
    }

    /// Is exchanged for tokens that the registry takes.
    record IdentityToken(String token) implements Credentials {
        @Override
        public String toString() {
            return "identity token";
        }
    }

    /// Is what the registry takes.
    record RegistryToken(String token) implements Credentials {
        @Override
        public String toString() {
            return "registry token";
        }
    }
}
