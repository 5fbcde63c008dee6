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
import dev.lamina.app.operation.CreateMetadata;
import dev.lamina.app.operation.Environment;
import dev.lamina.app.operation.GitProgram;
import dev.lamina.app.operation.Home;
import dev.lamina.app.operation.ImageLibrary;
import dev.lamina.app.operation.Operations;
import dev.lamina.app.operation.ReadComposition;
import dev.lamina.app.operation.RemoteText;
import dev.lamina.app.operation.RunVm;
import dev.lamina.app.operation.UpdateCatalogue;
import dev.lamina.app.operation.VmPrograms;
import dev.lamina.assembler.catalogue.Catalogue;
import dev.lamina.assembler.catalogue.CatalogueImages;
import dev.lamina.assembler.catalogue.OwnComponents;
import dev.lamina.assembler.oci.ImageProvider;
import dev.lamina.assembler.oci.ImageStore;
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
import dev.lamina.assembler.packages.debian.PackageUpdate;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.ImageRef;
import dev.lamina.model.yaml.CompositionReader;
import dev.lamina.vmlaunch.Hypervisor;
import dev.lamina.vmlaunch.process.ProcessRunner;
import dev.lamina.vmlaunch.qemu.QemuHypervisor;
import dev.lamina.vmlaunch.qemu.QemuSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The only place that constructs services. Tests replace single ones.
public class Wiring implements Operations {
    /// Where a host that is a Debian itself says which mirrors it uses.
    private static final Path APT = Path.of("/etc/apt");

    private final Environment environment;
    private final Home home;
    private final VmPrograms programs;

    public Wiring(Environment environment) {
        this(environment, Home.of(environment), VmPrograms.USUAL);
    }

    private Wiring(Environment environment, Home home, VmPrograms programs) {
        this.environment = environment;
        this.home = home;
        this.programs = programs;
    }

    @Override
    public Home home() {
        return home;
    }

    @Override
    public Operations withImages(Path folder) {
        return new Wiring(environment, home.withImages(folder), programs);
    }

    @Override
    public Operations withComponents(Path folder) {
        return new Wiring(environment, home.withComponents(folder), programs);
    }

    @Override
    public Operations withPrograms(VmPrograms named) {
        return new Wiring(environment, home, named);
    }

    @Override
    public ReadComposition readComposition() {
        return new ReadComposition(
                new CompositionReader(),
                environment.directory(),
                new RemoteText(debian().http()),
                new GitProgram(new ProcessRunner()));
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
        List<Route> routes = List.of(
                new Route(ImageRef::builtIn, () -> builtIn(store, offline, locked)),
                new Route(ownComponents()::has, () -> components(store, offline, locked)));
        return new RoutedImages(routes, new StoreImages(store));
    }

    private OwnComponents ownComponents() {
        return OwnComponents.in(home.components());
    }

    private Catalogue allComponents() {
        return Catalogue.embedded().and(ownComponents());
    }

    private CatalogueImages builtIn(ImageStore store, boolean offline, boolean locked) {
        return new CatalogueImages(
                Catalogue.embedded(),
                packages(LockText.builtIn(), offline, locked).source(),
                store,
                locked);
    }

    private CatalogueImages components(ImageStore store, boolean offline, boolean locked) {
        PackageSource packages = new StackedPackages(
                packages(LockText.builtIn(), offline, locked),
                packages(ownComponents().locks(), offline, locked));
        return new CatalogueImages(allComponents(), packages, store, locked);
    }

    private Locked packages(Map<Arch, PackageLock> locks, boolean offline, boolean locked) {
        return new Locked(locks, new DebianPackages(locks, debian(), offline, locked));
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
        return new RunVm(home().machines(), environment.directory(), bootMediaFinder(), createMetadata(), hypervisor());
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
        return new QemuHypervisor(
                new QemuSettings(programs.qemu(), programs.virtiofsd(), environment.variables(), home().data()));
    }

    @Override
    public CatalogueLibrary catalogue() {
        return new CatalogueLibrary(
                home.images(), allComponents(), (store, locked) -> components(store, false, locked));
    }

    @Override
    public UpdateCatalogue updateCatalogue() {
        return new UpdateCatalogue(Catalogue.embedded(), LockText.builtIn(), new PackageUpdate(debian()));
    }

    @Override
    public CreateMetadata createMetadata() {
        return new CreateMetadata();
    }

    @Override
    public CheckComposition checkComposition() {
        return new CheckComposition(Catalogue.embedded());
    }
}
