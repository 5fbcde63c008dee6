package dev.lamina.app;

import dev.lamina.app.operation.DockerImages;
import dev.lamina.app.operation.Environment;
import dev.lamina.app.operation.Fetching;
import dev.lamina.app.operation.Home;
import dev.lamina.app.operation.LocalClients;
import dev.lamina.assembler.catalogue.Catalogue;
import dev.lamina.assembler.catalogue.CatalogueImages;
import dev.lamina.assembler.catalogue.ImageFolder;
import dev.lamina.assembler.catalogue.OwnComponents;
import dev.lamina.assembler.oci.ImageProvider;
import dev.lamina.assembler.oci.ImageStore;
import dev.lamina.assembler.oci.PinnedImages;
import dev.lamina.assembler.oci.RoutedImages;
import dev.lamina.assembler.oci.RoutedImages.Route;
import dev.lamina.assembler.oci.StoreImages;
import dev.lamina.assembler.packages.LockText;
import dev.lamina.assembler.packages.PackageLock;
import dev.lamina.assembler.packages.PackageSource;
import dev.lamina.assembler.packages.StackedPackages;
import dev.lamina.assembler.packages.StackedPackages.Locked;
import dev.lamina.assembler.packages.debian.DebianAccess;
import dev.lamina.assembler.packages.debian.DebianPackages;
import dev.lamina.assembler.registry.Registries;
import dev.lamina.assembler.registry.RegistryImages;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.ImageRef;
import dev.lamina.vmlaunch.process.ProcessRunner;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// The part of [Wiring] that knows where images come from: the catalogue, the components of a user, registries, other
/// programs of this computer.
///
/// @param builtIn one for all, as it remembers the descriptions that it has read
/// @param bundled whether a bundle is open, which holds all the images there are
record ImageWiring(
        Environment environment, Home home, Catalogue builtIn, Supplier<Registries> registries, boolean bundled) {
    /// Where a host that is a Debian itself says which mirrors it uses.
    private static final Path APT = Path.of("/etc/apt");

    ImageProvider source(ImageStore store, Fetching fetching) {
        if (bundled) {
            return new StoreImages(store);
        }
        List<Route> routes = List.of(
                new Route(ImageRef::builtIn, () -> builtIn(store, fetching.offline(), fetching.locked())),
                new Route(ownComponents()::has, () -> components(store, fetching.offline(), fetching.locked())));
        ImageProvider others =
                fetching.offline() ? new StoreImages(store) : new RegistryImages(registries, store, fetching.pull());
        if (fetching.docker()) {
            others = new DockerImages(localClients(), store, others);
        }
        return new RoutedImages(routes, fetching.locked() ? new PinnedImages(others) : others);
    }

    OwnComponents ownComponents() {
        return OwnComponents.in(home.components());
    }

    Catalogue allComponents() {
        return builtIn.and(ownComponents());
    }

    private CatalogueImages builtIn(ImageStore store, boolean offline, boolean locked) {
        return new CatalogueImages(
                builtIn, pinned(LockText.builtIn(), offline, locked).source(), store, locked);
    }

    CatalogueImages components(ImageStore store, boolean offline, boolean locked) {
        PackageSource packages = new StackedPackages(
                pinned(LockText.builtIn(), offline, locked),
                pinned(ownComponents().locks(), offline, locked),
                "pin it with 'lamina catalogue update --dir DIR', where DIR is the folder of the components");
        return new CatalogueImages(allComponents(), packages, store, locked);
    }

    /// What an image is made of that a folder describes.
    PackageSource packages(ImageFolder folder, boolean offline, boolean locked) {
        return new StackedPackages(
                pinned(LockText.builtIn(), offline, locked),
                pinned(folder.locks(), offline, locked),
                "pin it with 'lamina pkg update DIR', where DIR is the folder of the package");
    }

    private Locked pinned(Map<Arch, PackageLock> locks, boolean offline, boolean locked) {
        return new Locked(locks, new DebianPackages(locks, debian(), offline, locked));
    }

    DebianAccess debian() {
        return DebianAccess.usual(home.packages(), environment.variables(), APT);
    }

    LocalClients localClients() {
        return new LocalClients(environment, home.cache().resolve("scratch"), new ProcessRunner()::run);
    }
}
