package dev.lamina.assembler.catalogue;

import dev.lamina.assembler.catalogue.Catalogue.Place;
import dev.lamina.assembler.catalogue.Component.Origin;
import dev.lamina.assembler.packages.PackageLock;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.ImageRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Components that a user describes, in folders below one: `NAME/component.yml` and the files that it names. In
/// compositions they are `local/NAME`. A description is like those of the built-in components, whose shared
/// layers it may use. Beside the folders `ARCH.lock` pins the Debian packages of them.
///
/// Nothing is read before it is asked for, so that a wrong description disturbs only those who use it.
public final class OwnComponents {
    private static final String DESCRIPTION = "component.yml";
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+([._-][a-z0-9]+)*");

    private final Path folder;
    private final DescribedFolder described;

    private OwnComponents(Path folder) {
        this.folder = folder;
        this.described = new DescribedFolder(folder);
    }

    /// @param folder need not exist
    public static OwnComponents in(Path folder) {
        return new OwnComponents(folder);
    }

    /// Whether that is the name of a component here.
    public boolean has(ImageRef image) {
        String before = ImageRef.parse(Origin.OWN.prefix() + "x").name();
        String prefix = before.substring(0, before.length() - 1);
        return image.name().startsWith(prefix) && isComponent(image.name().substring(prefix.length()));
    }

    private boolean isComponent(String name) {
        return NAME.matcher(name).matches()
                && Files.isRegularFile(folder.resolve(name).resolve(DESCRIPTION));
    }

    /// Names of components, sorted.
    public List<String> names() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.map(each -> each.getFileName().toString())
                    .filter(this::isComponent)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Where they are described, by the name that compositions use.
    Map<String, Place> places() {
        Map<String, Place> places = new LinkedHashMap<>();
        for (String name : names()) {
            String reference = Origin.OWN.prefix() + name;
            String file = folder.resolve(name).resolve(DESCRIPTION).toString();
            places.put(reference, new Place(Origin.OWN, reference, file));
        }
        return places;
    }

    /// Those of the components here, by paths like `local/NAME/component.yml`, and others.
    CatalogueFiles files(CatalogueFiles others) {
        return path -> path.startsWith(Origin.OWN.prefix())
                ? described.file(path.substring(Origin.OWN.prefix().length()))
                : others.find(path);
    }

    /// The lock for an architecture, which need not exist.
    public Path lock(Arch arch) {
        return described.lock(arch);
    }

    /// @throws dev.lamina.assembler.packages.BadLockException a lock is damaged
    public Map<Arch, PackageLock> locks() {
        return described.locks();
    }
}
