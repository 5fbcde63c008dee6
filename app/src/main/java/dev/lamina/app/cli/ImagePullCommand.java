package dev.lamina.app.cli;

import dev.lamina.app.operation.RegistryLibrary;
import dev.lamina.assembler.oci.StoredImage;
import dev.lamina.model.value.ImageRef;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `lamina image pull`.
@Command(
        name = "pull",
        header = "Bring images from registries into the store.",
        description = {
            "Asks the registries whatever is in the store, and fetches what is not there yet. Logs in with what",
            "'docker login' or 'podman login' left. Builds pull what they need themselves."
        },
        footer = {
            "",
            "Examples:",
            "  lamina image pull redis:7",
            "  lamina image pull --arch arm64 registry.example/team/web@sha256:...",
            "  lamina image pull --mirror docker.io=https://mirror.example redis:7"
        })
final class ImagePullCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    final ArchOption arch = new ArchOption();

    @Mixin
    final StoreOption store = new StoreOption();

    @Mixin
    final RegistryOptions registries = new RegistryOptions();

    @Parameters(
            paramLabel = "REF",
            arity = "1..*",
            description = "Names of images: [REGISTRY/]REPOSITORY[:TAG][@DIGEST].")
    List<String> images = List.of();

    ImagePullCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        RegistryLibrary library =
                registries.of(store.operations(session), session).registryLibrary();
        List<StoredImage> pulled;
        try (ProgressView progress = session.progress()) {
            List<ImageRef> refs = images.stream().map(ImageRef::parse).toList();
            pulled = library.pull(refs, arch.get(session), progress.reporter());
        }
        for (StoredImage image : pulled) {
            session.print(
                    () -> image.ref() + "  " + image.arch() + "  " + Bytes.text(image.size()) + "  "
                            + image.manifestDigest(),
                    () -> StoredImages.json(image));
        }
        return 0;
    }
}
