package dev.lamina.assembler.registry;

import dev.lamina.assembler.oci.Descriptor;
import dev.lamina.assembler.oci.ImageDocument;
import dev.lamina.assembler.oci.ImageDocument.Index;
import dev.lamina.assembler.oci.Platform;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.ImageRef;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Which of the images of a name is wanted. When there is none, says which there are.
record PlatformChoice(ImageRef ref, Arch arch) {

    /// The image, or an index that may have it.
    Descriptor choose(Index index) {
        List<Descriptor> images = index.children().stream()
                .filter(child -> child.platform().isPresent())
                .toList();
        return Platform.choose(images, child -> child.platform().orElseThrow(), arch)
                .or(() -> innerIndex(index))
                .orElseThrow(() -> missing(images.stream()
                        .flatMap(child -> child.platform().stream())
                        .filter(Platform::isKnown)
                        .toList()));
    }

    /// An index may hold another one, which has the images.
    private static Optional<Descriptor> innerIndex(Index index) {
        return index.children().stream()
                .filter(child -> child.platform().isEmpty())
                .filter(child -> child.mediaType().equals(ImageDocument.INDEX)
                        || child.mediaType().equals(ImageDocument.DOCKER_LIST))
                .findFirst();
    }

    /// For an image that is in no index.
    void require(Platform platform) {
        if (!platform.isFor(arch)) {
            throw missing(platform.isKnown() ? List.of(platform) : List.of());
        }
    }

    private InputException missing(List<Platform> there) {
        String known = there.isEmpty()
                ? "names no platform"
                : "is there for "
                        + there.stream().map(Platform::toString).distinct().collect(Collectors.joining(", "))
                        + ", not for linux/" + arch;
        return new InputException(
                "the image " + ref + " " + known, "choose another architecture with --arch, or another image");
    }
}
