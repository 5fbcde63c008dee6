package dev.lamina.app.cli;

import dev.lamina.app.operation.FoundPackage;
import dev.lamina.app.operation.PackageNaming;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What images of folders are called; the options have LinuxKit's names.
final class NamingOptions {
    @Option(
            names = "--org",
            paramLabel = "ORG",
            description = "What comes before the image's name (default: LINUXKIT_PKG_ORG, the description, or local).")
    @Nullable
    String org;

    @Option(
            names = "--tag",
            paramLabel = "TAG",
            description = "The tag; {{.Hash}} stands for the hash (default: as described, else the hash).")
    @Nullable
    String tag;

    @Option(names = "--hash", paramLabel = "HASH", description = "In place of the hash of what is described.")
    @Nullable
    String hash;

    @Option(names = "--dev", description = "Org and hash for trying out: your user name, and dev.")
    boolean dev;

    @Option(
            names = "--build-yml",
            paramLabel = "FILE",
            description = "The description in the folder (default: lamina-pkg.yml, else build.yml).")
    @Nullable
    String description;

    FoundPackage find(Session session, Path folder) {
        Path place = session.environment().directory().resolve(folder).normalize();
        return session.operations().findPackage().find(place, Optional.ofNullable(description), naming(session));
    }

    private PackageNaming naming(Session session) {
        Optional<String> user = session.environment().variable("USER").filter(name -> dev);
        return new PackageNaming(
                Optional.ofNullable(org)
                        .or(() -> session.environment().variable("LINUXKIT_PKG_ORG"))
                        .or(() -> user),
                Optional.ofNullable(tag),
                Optional.ofNullable(hash).or(() -> dev ? Optional.of("dev") : Optional.empty()));
    }
}
