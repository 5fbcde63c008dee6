package dev.lamina.assembler.catalogue;

import dev.lamina.assembler.io.Once;
import dev.lamina.assembler.io.Parallel;
import dev.lamina.assembler.io.Storage.IoCall;
import dev.lamina.assembler.oci.ImageProvider;
import dev.lamina.assembler.oci.ImageStore;
import dev.lamina.assembler.oci.StoredImage;
import dev.lamina.assembler.packages.PackagePin;
import dev.lamina.assembler.packages.PackageSource;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.Digest;
import dev.lamina.model.value.ImageRef;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// The images of components: made of the catalogue's descriptions and Debian packages, kept in the store.
///
/// An image is up to date as long as its description and the locked versions of its packages are what they were when it
/// was made. One that had to be made of other versions is made again when the locked ones have become available.
/// Closing gives back the room that unpacked packages take.
public final class CatalogueImages implements ImageProvider, Closeable {
    /// Annotation: the digest of all that the image is made of.
    public static final String KEY = "dev.lamina.catalogue.key";

    /// Annotation: `true` when all packages were the locked ones, else `false`.
    public static final String LOCKED = "dev.lamina.catalogue.locked";

    /// Annotation: the packages in the image, `NAME=VERSION`, sorted, with blanks between.
    public static final String PACKAGES = "dev.lamina.catalogue.packages";

    /// Annotation: the same packages with the digests of their files and their sources, as [PackageOrigin] notes them.
    public static final String ORIGINS = "dev.lamina.catalogue.origins";

    private final Catalogue catalogue;
    private final PackageSource source;
    private final ImageStore store;
    private final boolean locked;
    private final ImageMaker maker;
    private final Once<Wanted, StoredImage> running = new Once<>();
    private final ConcurrentMap<Wanted, Digest> keys = new ConcurrentHashMap<>();

    /// @param locked whether images of other than the locked versions are refused; `source` should refuse as well
    public CatalogueImages(Catalogue catalogue, PackageSource source, ImageStore store, boolean locked) {
        this.catalogue = catalogue;
        this.source = source;
        this.store = store;
        this.locked = locked;
        this.maker = new ImageMaker(catalogue, source, store);
    }

    private record Wanted(Component component, Arch arch) {}

    @Override
    public Optional<StoredImage> present(ImageRef ref, Arch arch) throws IOException {
        Wanted wanted = wanted(ref, arch);
        return upToDate(wanted).filter(image -> isLocked(image) || !locked && !canBeLocked(wanted));
    }

    private Wanted wanted(ImageRef ref, Arch arch) {
        return new Wanted(catalogue.get(ref, arch), arch);
    }

    private Optional<StoredImage> upToDate(Wanted wanted) throws IOException {
        String key = key(wanted).toString();
        return store.find(wanted.component().image(), wanted.arch())
                .filter(image -> key.equals(image.annotations().get(KEY)))
                .filter(store::isWhole);
    }

    private Digest key(Wanted wanted) throws IOException {
        Digest known = keys.get(wanted);
        if (known != null) {
            return known;
        }
        Digest key = ImageKey.of(catalogue, wanted.component(), wanted.arch(), pins(wanted));
        keys.put(wanted, key);
        return key;
    }

    private List<PackagePin> pins(Wanted wanted) {
        Set<String> names = catalogue.packages(wanted.component(), wanted.arch());
        return names.isEmpty() ? List.of() : source.closure(names, wanted.arch());
    }

    /// All packages that the image of a component is made of, as locked.
    public List<PackagePin> packages(Component component, Arch arch) {
        return pins(new Wanted(component, arch));
    }

    private static boolean isLocked(StoredImage image) {
        return Boolean.parseBoolean(image.annotations().get(LOCKED));
    }

    /// Whether the locked versions are here by now.
    private boolean canBeLocked(Wanted wanted) {
        return pins(wanted).stream().allMatch(source::cached);
    }

    @Override
    public Pending pending(ImageRef ref, Arch arch) throws IOException {
        List<PackagePin> pins = pins(wanted(ref, arch));
        List<PackagePin> absent =
                pins.stream().filter(pin -> !source.cached(pin)).toList();
        String what = pins.size() == 1 ? "make from 1 Debian package" : "make from " + pins.size() + " Debian packages";
        return new Pending(
                what, absent.size(), absent.stream().mapToLong(PackagePin::size).sum());
    }

    @Override
    public StoredImage provide(ImageRef ref, Arch arch, Reporter reporter) throws IOException {
        Optional<StoredImage> present = present(ref, arch);
        return present.isPresent() ? present.get() : make(wanted(ref, arch), reporter);
    }

    /// As [#provide] for several, side by side; but an image that is not of the locked versions is made again, as these
    /// may be available by now.
    public List<StoredImage> renew(Collection<Component> components, Arch arch, Reporter reporter) throws IOException {
        List<IoCall<StoredImage>> work = new ArrayList<>();
        components.forEach(component -> work.add(() -> renew(component.image(), arch, reporter)));
        return Parallel.run(work);
    }

    /// The image, made whether or not it is there.
    public StoredImage remake(ImageRef ref, Arch arch, Reporter reporter) throws IOException {
        return make(wanted(ref, arch), reporter);
    }

    private StoredImage renew(ImageRef ref, Arch arch, Reporter reporter) throws IOException {
        Optional<StoredImage> present = present(ref, arch).filter(CatalogueImages::isLocked);
        return present.isPresent() ? present.get() : make(wanted(ref, arch), reporter);
    }

    private StoredImage make(Wanted wanted, Reporter reporter) throws IOException {
        try {
            return running.get(wanted, () -> {
                maker.make(wanted.component(), wanted.arch(), key(wanted), reporter);
                return store.find(wanted.component().image(), wanted.arch())
                        .orElseThrow(() -> new IOException(wanted.component().image() + " was removed meanwhile"));
            });
        } finally {
            running.forget(wanted);
        }
    }

    @Override
    public void close() throws IOException {
        maker.close();
    }
}
