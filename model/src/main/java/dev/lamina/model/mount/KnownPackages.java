package dev.lamina.model.mount;

import dev.lamina.model.value.ImageRef;
import java.util.Optional;
import java.util.Set;

/// LinuxKit's packages and Lamina's components, whose work is known.
public final class KnownPackages {
    private static final String LINUXKIT = "docker.io/linuxkit/";

    /// Init images that bring programs and settings only: what they add lies below [RootFiles#SYSTEM], and none of
    /// their start scripts makes anything that is not listed.
    private static final Set<String> INIT =
            Set.of("init", "runc", "containerd", "runtime", "ca-certificates", "firmware", "firmware-all");

    private KnownPackages() {}

    /// The name within the family, e.g. `mount` for `lamina/mount` and `linuxkit/mount:v1`.
    public static Optional<String> name(ImageRef image) {
        if (image.builtIn()) {
            return Optional.of(image.component());
        }
        String repository = image.repository();
        return repository.startsWith(LINUXKIT)
                ? Optional.of(repository.substring(LINUXKIT.length()))
                : Optional.empty();
    }

    static boolean knownInit(ImageRef image) {
        return name(image).filter(INIT::contains).isPresent()
                || image.repository().endsWith("linuxkit/init");
    }
}
