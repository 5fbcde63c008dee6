package dev.lamina.app.operation;

import java.nio.file.Path;
import java.util.Optional;

/// Where Lamina keeps what it makes for itself. Everything below `cache` can be made again.
///
/// @param cache images, packages, segments, builds
/// @param data verdicts about this machine, states of virtual machines, logs
/// @param images the OCI image store, which `--cache` can move
/// @param components folders of components that the user described
public record Home(Path cache, Path data, Path images, Path components) {

    public Home(Path cache, Path data) {
        this(cache, data, cache.resolve("images"), data.resolve("components"));
    }

    /// Reads `LAMINA_HOME`, without it the folders that the operating system has for this; and `LAMINA_COMPONENTS`.
    public static Home of(Environment environment) {
        Optional<Path> own = environment.path("LAMINA_HOME");
        Home home = own.map(folder -> new Home(folder, folder)).orElseGet(() -> usual(environment));
        return environment.path("LAMINA_COMPONENTS").map(home::withComponents).orElse(home);
    }

    private static Home usual(Environment environment) {
        Path user = environment.userHome();
        return switch (environment.system()) {
            case LINUX ->
                new Home(
                        environment
                                .path("XDG_CACHE_HOME")
                                .orElse(user.resolve(".cache"))
                                .resolve("lamina"),
                        environment
                                .path("XDG_DATA_HOME")
                                .orElse(user.resolve(".local/share"))
                                .resolve("lamina"));
            case MACOS ->
                new Home(user.resolve("Library/Caches/Lamina"), user.resolve("Library/Application Support/Lamina"));
            case WINDOWS -> {
                Path local = environment.path("LOCALAPPDATA").orElse(user.resolve("AppData/Local"));
                yield new Home(local.resolve("Lamina/Cache"), local.resolve("Lamina/Data"));
            }
        };
    }

    /// The same with another image store.
    public Home withImages(Path folder) {
        return new Home(cache, data, folder, components);
    }

    /// The same with another folder of components.
    public Home withComponents(Path folder) {
        return new Home(cache, data, images, folder);
    }

    public Path segments() {
        return cache.resolve("segments");
    }

    /// Bundles that were unpacked.
    public Path bundles() {
        return cache.resolve("bundles");
    }

    /// What was found out about images.
    public Path listings() {
        return cache.resolve("listings");
    }

    /// What was read from files in images.
    public Path facts() {
        return cache.resolve("facts");
    }

    /// Downloaded packages, by hash.
    public Path packages() {
        return cache.resolve("packages");
    }

    /// Systems that `lamina run FILE` built.
    public Path builds() {
        return cache.resolve("builds");
    }

    /// A folder for each virtual machine, by name.
    public Path machines() {
        return data.resolve("machines");
    }

    /// Notes of builds.
    public Path history() {
        return data.resolve("history");
    }

    /// Lessons that the user wrote.
    public Path lessons() {
        return data.resolve("lessons");
    }

    public Path logs() {
        return data.resolve("logs");
    }
}
