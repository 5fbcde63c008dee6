package dev.lamina.app;

import dev.lamina.app.operation.Environment;
import dev.lamina.app.operation.Home;
import dev.lamina.app.operation.Operations;
import dev.lamina.app.operation.ReadComposition;
import dev.lamina.model.yaml.CompositionReader;

/// The only place that constructs services.
public final class Wiring implements Operations {
    private final Environment environment;

    public Wiring(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Home home() {
        return Home.of(environment);
    }

    @Override
    public ReadComposition readComposition() {
        return new ReadComposition(new CompositionReader(), environment.directory());
    }
}
