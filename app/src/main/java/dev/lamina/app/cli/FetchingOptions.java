package dev.lamina.app.cli;

import dev.lamina.app.operation.Fetching;
import dev.lamina.app.operation.Operations;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// What may be fetched, and what must: the options of everything that needs the images of a composition.
final class FetchingOptions {
    @Spec(Spec.Target.MIXEE)
    @Nullable
    CommandSpec spec;

    @Option(names = "--offline", description = "Fetch nothing; what is not in the store is an error.")
    boolean offline;

    @Option(
            names = "--locked",
            description = "Refuse packages that are not exactly those of the lock, and images without a digest.")
    boolean locked;

    @Option(
            names = "--pull",
            description = "Ask the registries also for images that are in the store: they may have newer ones.")
    boolean pull;

    @Option(
            names = "--docker",
            description = "Take images from docker of this computer when it has them, before looking elsewhere.")
    boolean docker;

    @Mixin
    final SourcesOptions sources = new SourcesOptions();

    Fetching fetching() {
        if (offline && pull) {
            throw WrongUsage.of(spec, "--pull asks registries, and --offline forbids it: leave one of them out");
        }
        return new Fetching(offline, locked, pull, docker);
    }

    Operations operations(Session session) {
        return sources.operations(session);
    }
}
