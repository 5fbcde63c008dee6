package dev.lamina.app;

import dev.lamina.app.operation.Assembly;
import dev.lamina.app.operation.BuildImage;
import dev.lamina.app.operation.Environment;
import dev.lamina.app.operation.Home;
import dev.lamina.app.operation.ImageLibrary;
import dev.lamina.app.operation.Operations;
import dev.lamina.app.operation.ReadComposition;
import dev.lamina.assembler.oci.ImageProvider;
import dev.lamina.assembler.oci.ImageStore;
import dev.lamina.assembler.oci.RoutedImages;
import dev.lamina.assembler.oci.StoreImages;
import dev.lamina.model.yaml.CompositionReader;
import java.nio.file.Path;

/// The only place that constructs services.
public final class Wiring implements Operations {
    private final Environment environment;
    private final Home home;

    public Wiring(Environment environment) {
        this(environment, Home.of(environment));
    }

    private Wiring(Environment environment, Home home) {
        this.environment = environment;
        this.home = home;
    }

    @Override
    public Home home() {
        return home;
    }

    @Override
    public Operations withImages(Path folder) {
        return new Wiring(environment, home.withImages(folder));
    }

    @Override
    public ReadComposition readComposition() {
        return new ReadComposition(new CompositionReader(), environment.directory());
    }

    @Override
    public BuildImage buildImage() {
        return assembly();
    }

    @Override
    public Assembly assembly() {
        return new Assembly(home, environment, this::imageSource);
    }

    private ImageProvider imageSource(ImageStore store, boolean offline, boolean locked) {
        ImageProvider stored = new StoreImages(store);
        return new RoutedImages(stored, stored);
    }

    @Override
    public ImageLibrary images() {
        return new ImageLibrary(home.images(), environment.directory());
    }
}
