package dev.lamina.assembler.oci;

import dev.lamina.assembler.io.Lazy;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.ImageRef;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Asks for each image the provider that has images of its name, and another one for the rest.
public final class RoutedImages implements ImageProvider {
    private final List<Route> routes;
    private final ImageProvider others;

    public RoutedImages(List<Route> routes, ImageProvider others) {
        this.routes = List.copyOf(routes);
        this.others = others;
    }

    /// A provider, which is opened when the first image of its names is asked for: that takes its time.
    public static final class Route {
        private final Predicate<ImageRef> names;
        private final Lazy<ImageProvider> provider;

        public Route(Predicate<ImageRef> names, Supplier<? extends ImageProvider> open) {
            this.names = names;
            this.provider = new Lazy<>(open);
        }
    }

    private ImageProvider of(ImageRef ref) {
        return routes.stream()
                .filter(route -> route.names.test(ref))
                .findFirst()
                .map(route -> route.provider.get())
                .orElse(others);
    }

    @Override
    public Optional<StoredImage> present(ImageRef ref, Arch arch) throws IOException {
        return of(ref).present(ref, arch);
    }

    @Override
    public Pending pending(ImageRef ref, Arch arch) throws IOException {
        return of(ref).pending(ref, arch);
    }

    @Override
    public StoredImage provide(ImageRef ref, Arch arch, Reporter reporter) throws IOException {
        return of(ref).provide(ref, arch, reporter);
    }
}
