package dev.lamina.assembler.registry;

import dev.lamina.assembler.registry.CredentialHelper.Said;
import dev.lamina.model.problem.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What `docker login` and `podman login` wrote, and the programs that keep passwords for them.
///
/// In a file, a registry's own helper comes first, then the helper for all, then what the file itself holds; a
/// file that knows nothing passes the question on to the next.
public final class DockerCredentials implements CredentialSource {
    /// What Docker calls Docker Hub here.
    private static final String HUB_KEY = "https://index.docker.io/v1/";

    private static final Pattern HELPER = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<Path> files;
    private final CredentialHelper helper;

    /// @param files in the order in which they are asked; need not exist
    public DockerCredentials(List<Path> files, CredentialHelper helper) {
        this.files = List.copyOf(files);
        this.helper = helper;
    }

    /// Those that Docker and Podman use.
    public static List<Path> usualFiles(Map<String, String> variables, Path directory, Path userHome) {
        List<Path> files = new ArrayList<>();
        path(variables.get("REGISTRY_AUTH_FILE"), directory).ifPresent(files::add);
        files.add(path(variables.get("DOCKER_CONFIG"), directory)
                .orElse(userHome.resolve(".docker"))
                .resolve("config.json"));
        path(variables.get("XDG_RUNTIME_DIR"), directory)
                .ifPresent(folder -> files.add(folder.resolve("containers/auth.json")));
        files.add(path(variables.get("XDG_CONFIG_HOME"), directory)
                .orElse(userHome.resolve(".config"))
                .resolve("containers/auth.json"));
        return files;
    }

    private static Optional<Path> path(@Nullable String value, Path directory) {
        return Optional.ofNullable(value).filter(text -> !text.isBlank()).map(directory::resolve);
    }

    @Override
    public Found find(String registry) {
        Optional<String> problem = Optional.empty();
        for (Path file : files) {
            Found found = find(file, registry);
            if (found.credentials().isPresent()) {
                return found;
            }
            problem = problem.or(found::problem);
        }
        return new Found(Optional.empty(), problem);
    }

    private Found find(Path file, String registry) {
        try {
            if (!Files.isRegularFile(file)) {
                return nothing();
            }
            JsonNode config = JSON.readTree(Files.readAllBytes(file));
            Found kept = fromHelper(config, registry);
            Optional<Credentials> written = kept.credentials().or(() -> fromFile(config, registry));
            return new Found(written, kept.problem());
        } catch (IOException | JacksonException | IllegalArgumentException e) {
            // the text of a parser could hold a password
            return new Found(Optional.empty(), Optional.of(file + " cannot be read as a list of logins"));
        }
    }

    private static Found nothing() {
        return new Found(Optional.empty(), Optional.empty());
    }

    private Found fromHelper(JsonNode config, String registry) {
        String name = config.path("credHelpers").path(registry).asString("");
        if (name.isEmpty() && registry.equals("docker.io")) {
            name = config.path("credHelpers").path(HUB_KEY).asString("");
        }
        if (name.isEmpty()) {
            name = config.path("credsStore").asString("");
        }
        if (name.isEmpty()) {
            return nothing();
        }
        String program = "docker-credential-" + Texts.shorten(name);
        if (!HELPER.matcher(name).matches()) {
            return new Found(Optional.empty(), Optional.of(program + " cannot be the name of a program"));
        }
        try {
            Said said = helper.run(program, "get", registry.equals("docker.io") ? HUB_KEY : registry);
            if (said.exitCode() == 0) {
                return new Found(ofHelper(JSON.readTree(said.output())), Optional.empty());
            }
            return said.output().contains("credentials not found")
                    ? nothing()
                    : new Found(Optional.empty(), Optional.of(program + " fails: " + Texts.shorten(said.output())));
        } catch (IOException e) {
            return new Found(Optional.empty(), Optional.of(program + " cannot be started"));
        } catch (JacksonException e) {
            return new Found(Optional.empty(), Optional.of(program + " prints no JSON"));
        }
    }

    private static Optional<Credentials> ofHelper(JsonNode said) {
        String user = said.path("Username").asString("");
        String secret = said.path("Secret").asString("");
        if (secret.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                user.equals("<token>")
                        ? new Credentials.IdentityToken(secret)
                        : new Credentials.Password(user, secret));
    }

    private static Optional<Credentials> fromFile(JsonNode config, String registry) {
        for (Map.Entry<String, JsonNode> entry : config.path("auths").properties()) {
            if (host(entry.getKey()).equals(registry)) {
                Optional<Credentials> written = written(entry.getValue());
                if (written.isPresent()) {
                    return written;
                }
            }
        }
        return Optional.empty();
    }

    /// Docker wrote whole addresses once, and does so for Docker Hub still.
    private static String host(String key) {
        String host = key.replaceFirst("^https?://", "").replaceFirst("/(v[12]/?)?$", "");
        return host.equals("index.docker.io") || host.equals("registry-1.docker.io") ? "docker.io" : host;
    }

    private static Optional<Credentials> written(JsonNode entry) {
        String identity = entry.path("identitytoken").asString("");
        if (!identity.isEmpty()) {
            return Optional.of(new Credentials.IdentityToken(identity));
        }
        String token = entry.path("registrytoken").asString("");
        if (!token.isEmpty()) {
            return Optional.of(new Credentials.RegistryToken(token));
        }
        String pair = new String(
                Base64.getDecoder().decode(entry.path("auth").asString("").strip()), StandardCharsets.UTF_8);
        int colon = pair.indexOf(':');
        if (colon > 0) {
            return Optional.of(new Credentials.Password(
                    pair.substring(0, colon), pair.substring(colon + 1).replaceFirst("\0+$", "")));
        }
        String user = entry.path("username").asString("");
        return user.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Credentials.Password(user, entry.path("password").asString("")));
    }
}
