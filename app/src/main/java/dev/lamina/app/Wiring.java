package dev.lamina.app;

import dev.lamina.app.operation.Assembly;
import dev.lamina.app.operation.BenchBoot;
import dev.lamina.app.operation.BenchBuild;
import dev.lamina.app.operation.BenchMemory;
import dev.lamina.app.operation.BenchStart;
import dev.lamina.app.operation.BootMediaFinder;
import dev.lamina.app.operation.BuildImage;
import dev.lamina.app.operation.CatalogueLibrary;
import dev.lamina.app.operation.CheckComposition;
import dev.lamina.app.operation.Environment;
import dev.lamina.app.operation.Home;
import dev.lamina.app.operation.ImageLibrary;
import dev.lamina.app.operation.Operations;
import dev.lamina.app.operation.ReadComposition;
import dev.lamina.app.operation.RunVm;
import dev.lamina.app.operation.UpdateCatalogue;
import dev.lamina.assembler.catalogue.Catalogue;
import dev.lamina.assembler.catalogue.CatalogueImages;
import dev.lamina.assembler.oci.ImageProvider;
import dev.lamina.assembler.oci.ImageStore;
import dev.lamina.assembler.oci.RoutedImages;
import dev.lamina.assembler.oci.StoreImages;
import dev.lamina.assembler.packages.LockText;
import dev.lamina.assembler.packages.debian.DebianAccess;
import dev.lamina.assembler.packages.debian.DebianPackages;
import dev.lamina.assembler.packages.debian.PackageUpdate;
import dev.lamina.model.value.Arch;
import dev.lamina.model.yaml.CompositionReader;
import dev.lamina.vmlaunch.Hypervisor;
import dev.lamina.vmlaunch.process.ProcessRunner;
import dev.lamina.vmlaunch.qemu.QemuHypervisor;
import dev.lamina.vmlaunch.qemu.QemuSettings;
import java.nio.file.Path;
import java.util.Optional;

/// The only place that constructs services. Tests replace single ones.
public class Wiring implements Operations {
    /// Where a host that is a Debian itself says which mirrors it uses.
    private static final Path APT = Path.of("/etc/apt");

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
        return new RoutedImages(() -> builtIn(store, offline, locked), new StoreImages(store));
    }

    private CatalogueImages builtIn(ImageStore store, boolean offline, boolean locked) {
        DebianPackages packages = new DebianPackages(LockText.builtIn(), debian(), offline, locked);
        return new CatalogueImages(Catalogue.embedded(), packages, store, locked);
    }

    private DebianAccess debian() {
        return DebianAccess.usual(home.packages(), environment.variables(), APT);
    }

    @Override
    public ImageLibrary images() {
        return new ImageLibrary(home.images(), environment.directory());
    }

    @Override
    public RunVm runVm() {
        return new RunVm(home().machines(), environment.directory(), bootMediaFinder(), hypervisor());
    }

    @Override
    public BenchBuild benchBuild() {
        return new BenchBuild(home, other -> new Assembly(other, environment, this::imageSource));
    }

    @Override
    public BenchBoot benchBoot() {
        return new BenchBoot(home().machines(), bootMediaFinder(), hypervisor());
    }

    @Override
    public BenchMemory benchMemory() {
        return new BenchMemory(home().machines(), bootMediaFinder(), hypervisor());
    }

    @Override
    public BenchStart benchStart() {
        return new BenchStart(environment.launcher(), new ProcessRunner());
    }

    private BootMediaFinder bootMediaFinder() {
        return new BootMediaFinder(
                home().builds(),
                environment.directory(),
                Arch.ofJavaProperty(environment.architecture()),
                readComposition(),
                buildImage());
    }

    protected Hypervisor hypervisor() {
        return new QemuHypervisor(new QemuSettings(Optional.empty(), environment.variables(), home().data()));
    }

    @Override
    public CatalogueLibrary catalogue() {
        return new CatalogueLibrary(
                home.images(),
                Catalogue.embedded(),
                LockText.builtIn(),
                (store, locked) -> builtIn(store, false, locked));
    }

    @Override
    public UpdateCatalogue updateCatalogue() {
        return new UpdateCatalogue(Catalogue.embedded(), new PackageUpdate(debian()));
    }

    @Override
    public CheckComposition checkComposition() {
        return new CheckComposition(Catalogue.embedded());
    }
}
