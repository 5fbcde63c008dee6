package dev.lamina.app.operation;

import dev.lamina.assembler.oci.ImageStore;
import dev.lamina.assembler.registry.RemoteNames;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.problem.InvalidCompositionException;
import dev.lamina.model.problem.Problem;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Writes digests next to the names of images, in the documents themselves. A name with a digest stands for one image
/// for ever.
///
/// Built-in images and own components are left alone: they are made here of packages that have locks of their own. So
/// are folders of packages (`@pkg:`), whose names hold the digest of the folder.
public final class LockImages {
    private final ReadComposition documents;
    private final Path images;
    private final Path directory;
    private final RemoteNames remote;
    private final Predicate<ImageRef> madeHere;

    /// @param images folder of the store
    /// @param directory relative names start here
    /// @param madeHere which images are made here
    public LockImages(
            ReadComposition documents, Path images, Path directory, RemoteNames remote, Predicate<ImageRef> madeHere) {
        this.documents = documents;
        this.images = images;
        this.directory = directory;
        this.remote = remote;
        this.madeHere = madeHere;
    }

    /// What to do.
    ///
    /// @param update whether to renew digests that are there, and to ask registries before the store
    /// @param offline whether only the store may be asked
    public record Wish(boolean update, boolean offline) {}

    /// What a name stands for.
    ///
    /// @param where `store` or `registry`
    public record Found(Digest digest, String where) {}

    /// @param before the digest that the document had
    public record Change(SourceSpan span, ImageRef image, Optional<Digest> before, Found found) {}

    /// A document and what becomes of it.
    ///
    /// @param madeHere the images that are left alone
    public record Locked(String file, String before, String after, List<Change> changes, List<ImageRef> madeHere) {
        public Locked {
            changes = List.copyOf(changes);
            madeHere = List.copyOf(madeHere);
        }
    }

    /// What would be locked. Changes nothing.
    ///
    /// @throws InputException an image is neither in the store nor in its registry
    public List<Locked> plan(List<String> files, InputStream standardInput, Wish wish, Reporter reporter) {
        return with(files, standardInput, (document, store) -> {
            ImageTexts texts = ImageTexts.of(document);
            Map<Named, String> names = new HashMap<>();
            List<Change> changes = new ArrayList<>();
            for (Named image : texts.all()) {
                if (isWanted(image.ref(), wish)) {
                    Found found = find(store, image, wish, reporter);
                    Optional<Digest> before = image.ref().digest();
                    if (!before.equals(Optional.of(found.digest()))) {
                        names.put(image, plain(image) + "@" + found.digest());
                        changes.add(new Change(image.span(), image.ref().withoutDigest(), before, found));
                    }
                }
            }
            return new Locked(document.name(), document.text(), texts.with(names), changes, madeHere(texts));
        });
    }

    private List<ImageRef> madeHere(ImageTexts texts) {
        return texts.all().stream()
                .map(Named::ref)
                .filter(this::isMadeHere)
                .distinct()
                .toList();
    }

    private boolean isWanted(ImageRef image, Wish wish) {
        return !isMadeHere(image) && (image.digest().isEmpty() || wish.update() && isNamed(image));
    }

    private boolean isMadeHere(ImageRef image) {
        return image.builtIn() || madeHere.test(image);
    }

    /// A digest without a tag has nothing that it could be renewed from.
    private static boolean isNamed(ImageRef image) {
        return image.tag().isPresent();
    }

    /// As the document has it.
    private static String plain(Named image) {
        int at = image.text().lastIndexOf('@');
        return image.ref().digest().isPresent() ? image.text().substring(0, at) : image.text();
    }

    private Found find(ImageStore store, Named image, Wish wish, Reporter reporter) throws IOException {
        ImageRef name = image.ref().withoutDigest();
        Optional<Found> stored = store.digest(name).map(digest -> new Found(digest, "store"));
        if (stored.isPresent() && (wish.offline() || !wish.update())) {
            return stored.get();
        }
        if (wish.offline()) {
            throw at(image, "the image " + name + " is not in the store", "leave --offline away to ask its registry");
        }
        try {
            return new Found(remote.digest(name, reporter), "registry");
        } catch (InputException e) {
            return stored.orElseThrow(
                    () -> at(image, String.valueOf(e.getMessage()), e.hint().orElse("look for another name")));
        }
    }

    private static InvalidCompositionException at(Named image, String message, String hint) {
        return new InvalidCompositionException(List.of(new Problem(image.span(), message, Optional.of(hint))));
    }

    /// Writes what [#plan] found, each file whole or not at all.
    public void write(List<Locked> locked) {
        DocumentFiles files = new DocumentFiles(directory);
        for (Locked document : locked) {
            if (!document.changes().isEmpty()) {
                files.write(new SourceText(document.file(), document.after()));
            }
        }
    }

    /// What is not locked, or to something else than the name stands for now.
    public List<Problem> check(List<String> files, InputStream standardInput, boolean offline, Reporter reporter) {
        List<Problem> problems = new ArrayList<>();
        with(files, standardInput, (document, store) -> {
            for (Named image : ImageTexts.of(document).all()) {
                if (!isMadeHere(image.ref())) {
                    check(store, image, offline, reporter).ifPresent(problems::add);
                }
            }
            return document;
        });
        return problems;
    }

    private Optional<Problem> check(ImageStore store, Named image, boolean offline, Reporter reporter)
            throws IOException {
        ImageRef name = image.ref().withoutDigest();
        Optional<Digest> locked = image.ref().digest();
        if (locked.isEmpty()) {
            return Optional.of(new Problem(
                    image.span(),
                    "the image " + name + " has no digest",
                    Optional.of("'lamina lock' writes what it stands for now")));
        }
        if (!isNamed(image.ref())) {
            return Optional.empty();
        }
        Optional<Found> now = store.digest(name).map(digest -> new Found(digest, "store"));
        if (now.isEmpty() && !offline) {
            now = Optional.of(new Found(remote.digest(name, reporter), "registry"));
        }
        return now.filter(found -> !found.digest().equals(locked.get()))
                .map(found -> new Problem(
                        image.span(),
                        "the image " + name + " is locked to " + locked.get() + ", but in the " + found.where()
                                + " it is " + found.digest(),
                        Optional.of("'lamina lock --update' takes what it stands for now")));
    }

    private interface Job<T> {
        T of(SourceText document, ImageStore store) throws IOException;
    }

    /// Documents with problems are refused first.
    private <T> List<T> with(List<String> files, InputStream standardInput, Job<T> job) {
        List<SourceText> texts = documents.texts(files, standardInput);
        documents.read(texts).orThrow();
        try (ImageStore store = ImageStore.open(images)) {
            List<T> results = new ArrayList<>();
            for (SourceText text : texts) {
                results.add(job.of(text, store));
            }
            return results;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
