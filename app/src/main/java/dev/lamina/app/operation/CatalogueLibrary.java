package dev.lamina.app.operation;

import dev.lamina.assembler.catalogue.Catalogue;
import dev.lamina.assembler.catalogue.CatalogueImages;
import dev.lamina.assembler.catalogue.Component;
import dev.lamina.assembler.oci.ImageStore;
import dev.lamina.assembler.oci.StoredImage;
import dev.lamina.assembler.packages.PackagePin;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// The built-in components: what there is, what each is, and their images.
public final class CatalogueLibrary {
    private final Path store;
    private final Catalogue catalogue;
    private final Images images;

    /// @param store the folder of the image store
    public CatalogueLibrary(Path store, Catalogue catalogue, Images images) {
        this.store = store;
        this.catalogue = catalogue;
        this.images = images;
    }

    /// Opens the maker of images for one job.
    @FunctionalInterface
    public interface Images {
        /// @param locked whether packages that differ from the lock are refused
        CatalogueImages open(ImageStore store, boolean locked);
    }

    /// @param image its image, when that is in the store and up to date
    public record Listed(Component component, Optional<StoredImage> image) {}

    /// In the order in which they should be shown.
    public Collection<Component> components() {
        return catalogue.components();
    }

    public List<Listed> list(Arch arch) {
        return with(false, provider -> {
            List<Listed> listed = new ArrayList<>();
            for (Component component : catalogue.components()) {
                listed.add(new Listed(component, present(provider, component, arch)));
            }
            return listed;
        });
    }

    private static Optional<StoredImage> present(CatalogueImages provider, Component component, Arch arch)
            throws IOException {
        return component.arches().contains(arch) ? provider.present(component.image(), arch) : Optional.empty();
    }

    /// @param packages all that its image is made of, in the locked versions
    public record Shown(Component component, List<PackagePin> packages) {
        public Shown {
            packages = List.copyOf(packages);
        }
    }

    /// @throws dev.lamina.model.problem.InputException there is no component of that name, or not for `arch`
    public Shown show(String name, Arch arch) {
        Component component = catalogue.get(name, arch);
        return with(false, provider -> new Shown(component, provider.packages(component, arch)));
    }

    /// Makes images, so that they are there when there is no network.
    ///
    /// @param names of components; none means all that there are for `arch`
    public List<StoredImage> fetch(List<String> names, Arch arch, boolean locked, Reporter reporter) {
        List<Component> wanted = names.isEmpty()
                ? catalogue.components().stream()
                        .filter(component -> component.arches().contains(arch))
                        .toList()
                : names.stream().map(name -> catalogue.get(name, arch)).toList();
        return with(locked, provider -> provider.renew(wanted, arch, reporter));
    }

    private interface Job<T> {
        T in(CatalogueImages provider) throws IOException;
    }

    private <T> T with(boolean locked, Job<T> job) {
        try (ImageStore opened = ImageStore.open(store);
                CatalogueImages provider = images.open(opened, locked)) {
            return job.in(provider);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
