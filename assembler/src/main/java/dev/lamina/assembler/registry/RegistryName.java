package dev.lamina.assembler.registry;

import dev.lamina.model.problem.InputException;
import dev.lamina.model.problem.Texts;
import dev.lamina.model.value.Digest;
import dev.lamina.model.value.ImageRef;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where an image is: in which registry, in which of its repositories, and which of the images there
/// (distribution-spec, "Pulling manifests").
///
/// @param registry host, and port if it is no usual one; `docker.io` for Docker Hub
/// @param tag `latest` when none is given
/// @param digest is what counts when it is given, and not the tag
public record RegistryName(String registry, String repository, String tag, Optional<Digest> digest) {
    private static final String HUB = "docker.io";
    private static final String LATEST = "latest";
    /// Of a registry, and of a repository.
    private static final int LONGEST = 255;
    private static final Pattern REGISTRY =
            Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?)(:[0-9]{1,5})?");
    private static final Pattern PART = Pattern.compile("[a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*");
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}");

    /// @throws InputException it cannot be the name of an image in a registry
    public static RegistryName of(ImageRef ref) {
        String name = ref.name();
        int at = name.indexOf('@');
        Optional<Digest> digest = at < 0 ? Optional.empty() : Optional.of(digest(ref, name.substring(at + 1)));
        String tagged = at < 0 ? name : name.substring(0, at);
        int colon = tagged.lastIndexOf(':');
        boolean hasTag = colon > tagged.lastIndexOf('/');
        String tag = hasTag ? tagged.substring(colon + 1) : LATEST;
        if (!TAG.matcher(tag).matches()) {
            throw invalid(ref, "its tag " + Texts.quote(tag) + " may have up to 128 letters, digits and . _ -");
        }
        String path = hasTag ? tagged.substring(0, colon) : tagged;
        int slash = path.indexOf('/');
        boolean named = slash > 0 && isHost(path.substring(0, slash));
        String registry = named ? path.substring(0, slash) : HUB;
        String repository = named ? path.substring(slash + 1) : path;
        check(ref, registry, repository);
        return new RegistryName(registry.equals("index." + HUB) ? HUB : registry, repository, tag, digest);
    }

    private static boolean isHost(String first) {
        return first.contains(".") || first.contains(":") || first.equals("localhost");
    }

    private static Digest digest(ImageRef ref, String text) {
        try {
            return Digest.parse(text);
        } catch (IllegalArgumentException e) {
            throw invalid(ref, "its digest " + Texts.quote(text) + " is not sha256: and 64 hexadecimal digits");
        }
    }

    private static void check(ImageRef ref, String registry, String repository) {
        if (registry.length() > LONGEST || !REGISTRY.matcher(registry).matches()) {
            throw invalid(ref, Texts.quote(registry) + " cannot be the address of a registry");
        }
        if (repository.length() > LONGEST) {
            throw invalid(ref, "it has more than " + LONGEST + " characters");
        }
        for (String part : repository.split("/", -1)) {
            if (!PART.matcher(part).matches()) {
                throw invalid(
                        ref,
                        Texts.quote(part) + " must be small letters and digits, with single . _ or - between them");
            }
        }
    }

    private static InputException invalid(ImageRef ref, String problem) {
        return new InputException(
                Texts.quote(ref.name()) + " is no name of an image: " + problem,
                "write it as REGISTRY/REPOSITORY:TAG, for example registry.example/team/web:1.2");
    }

    /// Where the registry is asked.
    String host() {
        return registry.equals(HUB) ? "registry-1." + HUB : registry;
    }

    /// What the registry calls the image: the digest when there is one, else the tag.
    String reference() {
        return digest.map(Digest::toString).orElse(tag);
    }

    /// Where the registry keeps the image, as people write it.
    String shown() {
        return registry + "/" + repository;
    }

    /// What people read beside a bar, e.g. `layer 2/7 of redis:7`. The end of it may not fit.
    ///
    /// @param number counts from 0
    String label(String what, int number, int all) {
        String image = registry.equals(HUB) ? repository.replaceFirst("^library/", "") : repository;
        return what + " " + (number + 1) + "/" + all + " of " + image + ":" + tag;
    }
}
