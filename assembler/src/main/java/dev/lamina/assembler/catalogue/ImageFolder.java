package dev.lamina.assembler.catalogue;

import dev.lamina.assembler.catalogue.Catalogue.Place;
import dev.lamina.assembler.catalogue.Component.Origin;
import dev.lamina.assembler.catalogue.DescriptionReader.Surroundings;
import dev.lamina.assembler.io.Hashing;
import dev.lamina.assembler.packages.PackageLock;
import dev.lamina.assembler.packages.PackagePin;
import dev.lamina.assembler.packages.PackageSource;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A folder that describes one image: a description like those of components, the files that it names, and `ARCH.lock`
/// for Debian packages that the built-in components do not have. Nothing outside of the folder is read.
public final class ImageFolder {
    /// What the description is usually called.
    public static final String DESCRIPTION = "lamina-pkg.yml";

    /// The folder's place in catalogues: no component's folder is called so.
    private static final String PLACE = "package";

    /// As long as the hashes of git, which LinuxKit uses for tags.
    private static final int HASH_DIGITS = 40;

    private final Path folder;
    private final String file;
    private final DescribedFolder described;

    private ImageFolder(Path folder, String file) {
        this.folder = folder;
        this.file = file;
        this.described = new DescribedFolder(folder);
    }

    /// @param file the description's path below the folder
    public static ImageFolder in(Path folder, String file) {
        return new ImageFolder(folder, file);
    }

    /// @param catalogue with the shared layers that may be used
    /// @throws BadDescriptionException at the place of what is wrong
    public PackageDescription read(Catalogue catalogue) {
        String shown = folder.resolve(file).toString();
        if (described.file(file).isEmpty()) {
            throw new InputException(
                    "there is no " + shown, "'lamina pkg init " + folder + "' writes one to begin with");
        }
        String text = files(catalogue.files()).text(PLACE + "/" + file);
        Surroundings around = new Surroundings(path -> described.file(path).isPresent(), catalogue.layerNames());
        return DescriptionReader.described(PLACE, shown, text, around);
    }

    Place place() {
        return new Place(
                Origin.PACKAGE, PLACE, PLACE + "/" + file, folder.resolve(file).toString());
    }

    /// Those of the folder, and others.
    CatalogueFiles files(CatalogueFiles others) {
        return path ->
                path.startsWith(PLACE + "/") ? described.file(path.substring(PLACE.length() + 1)) : others.find(path);
    }

    /// The lock for an architecture, which need not exist.
    public Path lock(Arch arch) {
        return described.lock(arch);
    }

    /// @throws dev.lamina.assembler.packages.BadLockException a lock is damaged
    public Map<Arch, PackageLock> locks() {
        return described.locks();
    }

    /// What the image of the folder is made of, on all architectures: when this is the same, so are the images.
    ///
    /// @param catalogue the built-in components
    public String hash(PackageDescription description, Catalogue catalogue, PackageSource source) throws IOException {
        Component component = description.component();
        Catalogue all = catalogue.and(this, component);
        MessageDigest digest = Hashing.sha256();
        for (Arch arch : component.arches()) {
            Set<String> names = all.packages(component, arch);
            List<PackagePin> pins = names.isEmpty() ? List.of() : source.closure(names, arch);
            String key = arch + " " + ImageKey.of(all, component, arch, pins) + "\n";
            digest.update(key.getBytes(StandardCharsets.US_ASCII));
        }
        return Digest.of(digest.digest()).hex().substring(0, HASH_DIGITS);
    }

    /// The catalogue with the image under its full name.
    public Catalogue named(Catalogue catalogue, PackageDescription description, String reference) {
        return catalogue.and(this, description.component().named(reference));
    }
}
