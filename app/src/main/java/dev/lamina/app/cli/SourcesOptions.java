package dev.lamina.app.cli;

import dev.lamina.app.operation.Operations;
import picocli.CommandLine.Mixin;

/// Where images come from: the options of everything that names some.
final class SourcesOptions {
    @Mixin
    final StoreOption store = new StoreOption();

    @Mixin
    final ComponentsOption components = new ComponentsOption();

    @Mixin
    final RegistryOptions registries = new RegistryOptions();

    Operations operations(Session session) {
        return registries.of(components.of(store.operations(session), session), session);
    }
}
