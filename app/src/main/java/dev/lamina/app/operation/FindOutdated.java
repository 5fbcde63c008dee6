package dev.lamina.app.operation;

import dev.lamina.assembler.oci.ImageStore;
import dev.lamina.assembler.registry.RemoteNames;
import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.problem.LaminaException;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Digest;
import dev.lamina.model.value.ImageRef;
import dev.lamina.model.value.SourceSpan;
import dev.lamina.model.yaml.ImageTexts;
import dev.lamina.model.yaml.ImageTexts.Named;
import dev.lamina.model.yaml.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Asks registries what has become of the images that documents name. Images that are made here are not asked for.
public final class FindOutdated {
    private final ReadComposition documents;
    private final Path images;
    private final RemoteNames remote;
    private final Predicate<ImageRef> madeHere;

    /// @param images folder of the store
    /// @param madeHere which images are made here
    public FindOutdated(ReadComposition documents, Path images, RemoteNames remote, Predicate<ImageRef> madeHere) {
        this.documents = documents;
        this.images = images;
        this.remote = remote;
        this.madeHere = madeHere;
    }

    /// What the registry said about an image.
    ///
    /// @param span where it is named first
    /// @param image without its digest
    /// @param newer tags that are later versions, the latest last
    /// @param had the digest that the document has, else that of the store, if any
    /// @param now what the name stands for now; empty when the registry gave no answer
    /// @param failure why it gave none
    public record Found(
            SourceSpan span,
            ImageRef image,
            List<String> newer,
            boolean locked,
            Optional<Digest> had,
            Optional<Digest> now,
            Optional<String> failure) {
        public Found {
            newer = List.copyOf(newer);
        }
    }

    /// Each image once, in the order of the documents.
    ///
    /// @throws EnvironmentException no registry can be asked
    public List<Found> find(List<String> files, InputStream standardInput, Reporter reporter) {
        List<SourceText> texts = documents.texts(files, standardInput);
        documents.read(texts).orThrow();
        Map<ImageRef, Named> named = new LinkedHashMap<>();
        texts.forEach(text -> ImageTexts.of(text).all().forEach(image -> named.putIfAbsent(image.ref(), image)));
        named.keySet().removeIf(image -> image.builtIn() || madeHere.test(image));
        try (ImageStore store = ImageStore.open(images)) {
            return find(named, store, reporter);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Found> find(Map<ImageRef, Named> named, ImageStore store, Reporter reporter) throws IOException {
        List<Found> found = new ArrayList<>();
        List<EnvironmentException> unreachable = new ArrayList<>();
        for (Map.Entry<ImageRef, Named> image : named.entrySet()) {
            try {
                found.add(ask(image.getValue(), store, reporter));
            } catch (EnvironmentException e) {
                unreachable.add(e);
                found.add(unknown(image.getValue(), store, e));
            } catch (InputException e) {
                found.add(unknown(image.getValue(), store, e));
            }
        }
        if (!unreachable.isEmpty() && unreachable.size() == found.size()) {
            throw unreachable.getFirst();
        }
        return found;
    }

    private Found ask(Named image, ImageStore store, Reporter reporter) throws IOException {
        ImageRef name = image.ref().withoutDigest();
        boolean named = name.tag().isPresent() || image.ref().digest().isEmpty();
        Optional<Digest> now = named ? Optional.of(remote.digest(name, reporter)) : Optional.empty();
        List<String> newer =
                name.tag().isPresent() && TagVersion.parse(name.tag().get()).isPresent()
                        ? TagVersion.newer(name.tag().get(), remote.tags(name, reporter))
                        : List.of();
        return new Found(
                image.span(),
                name,
                newer,
                image.ref().digest().isPresent(),
                had(image.ref(), store),
                now,
                Optional.empty());
    }

    private static Found unknown(Named image, ImageStore store, LaminaException failure) throws IOException {
        return new Found(
                image.span(),
                image.ref().withoutDigest(),
                List.of(),
                image.ref().digest().isPresent(),
                had(image.ref(), store),
                Optional.empty(),
                Optional.of(String.valueOf(failure.getMessage())));
    }

    private static Optional<Digest> had(ImageRef image, ImageStore store) throws IOException {
        return image.digest().isPresent() ? image.digest() : store.digest(image);
    }
}
