package dev.lamina.app;

import dev.lamina.app.doctor.Doctor;
import dev.lamina.app.operation.Assembly;
import dev.lamina.app.operation.BenchBoot;
import dev.lamina.app.operation.BenchBuild;
import dev.lamina.app.operation.BenchLaunch;
import dev.lamina.app.operation.BenchMemory;
import dev.lamina.app.operation.BenchPull;
import dev.lamina.app.operation.BenchStart;
import dev.lamina.app.operation.BenchValidate;
import dev.lamina.app.operation.BootMediaFinder;
import dev.lamina.app.operation.BuildHistory;
import dev.lamina.app.operation.BuildImage;
import dev.lamina.app.operation.BuildPackage;
import dev.lamina.app.operation.CatalogueLibrary;
import dev.lamina.app.operation.CheckLesson;
import dev.lamina.app.operation.CreateMetadata;
import dev.lamina.app.operation.DockerBuild;
import dev.lamina.app.operation.DrawPicture;
import dev.lamina.app.operation.Environment;
import dev.lamina.app.operation.ExplainPart;
import dev.lamina.app.operation.FindOutdated;
import dev.lamina.app.operation.FindPackage;
import dev.lamina.app.operation.GatherFacts;
import dev.lamina.app.operation.GitProgram;
import dev.lamina.app.operation.Home;
import dev.lamina.app.operation.ImageLibrary;
import dev.lamina.app.operation.InitPackage;
import dev.lamina.app.operation.Lessons;
import dev.lamina.app.operation.LiveReview;
import dev.lamina.app.operation.LockImages;
import dev.lamina.app.operation.MachineData;
import dev.lamina.app.operation.Machines;
import dev.lamina.app.operation.MakeBundle;
import dev.lamina.app.operation.MakeRoom;
import dev.lamina.app.operation.OpenBundle;
import dev.lamina.app.operation.OpenOutside;
import dev.lamina.app.operation.Operations;
import dev.lamina.app.operation.ReadComposition;
import dev.lamina.app.operation.RecordedBuild;
import dev.lamina.app.operation.RegistryAccess;
import dev.lamina.app.operation.RegistryLibrary;
import dev.lamina.app.operation.RemoteText;
import dev.lamina.app.operation.ReviewComposition;
import dev.lamina.app.operation.ReviewComposition.Wish;
import dev.lamina.app.operation.RunVm;
import dev.lamina.app.operation.ServeFolder;
import dev.lamina.app.operation.TestSystem;
import dev.lamina.app.operation.UpdateCatalogue;
import dev.lamina.app.operation.VmPrograms;
import dev.lamina.app.operation.WatchVm;
import dev.lamina.app.operation.WatchedFiles;
import dev.lamina.assembler.catalogue.Catalogue;
import dev.lamina.assembler.oci.BundleFile.Unpacked;
import dev.lamina.assembler.packages.LockText;
import dev.lamina.assembler.packages.debian.PackageUpdate;
import dev.lamina.assembler.part.LocalPaths;
import dev.lamina.assembler.registry.Registries;
import dev.lamina.assembler.registry.RemoteNames;
import dev.lamina.model.check.Profile;
import dev.lamina.model.check.RunFacts;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.model.yaml.CompositionReader;
import dev.lamina.vmlaunch.Hypervisor;
import dev.lamina.vmlaunch.choice.Hypervisors;
import dev.lamina.vmlaunch.choice.ProbeMemory;
import dev.lamina.vmlaunch.process.ProcessRunner;
import dev.lamina.vmlaunch.qemu.BareQemu;
import dev.lamina.vmlaunch.qemu.QemuSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// The only place that constructs services. Tests replace single ones.
public class Wiring implements Operations {
    private final Environment environment;
    private final Home home;
    private final Ways ways;
    private final ProbeMemory probes;

    /// One for all, as it remembers the descriptions that it has read.
    private final Catalogue builtIn;

    /// What the user may choose beside the home.
    private record Ways(RegistryAccess registries, Optional<Unpacked> bundle, VmPrograms programs) {
        static final Ways USUAL = new Ways(RegistryAccess.USUAL, Optional.empty(), VmPrograms.USUAL);
    }

    public Wiring(Environment environment) {
        this(environment, Home.of(environment), Ways.USUAL, new ProbeMemory(), Catalogue.embedded());
    }

    private Wiring(Environment environment, Home home, Ways ways, ProbeMemory probes, Catalogue builtIn) {
        this.builtIn = builtIn;
        this.probes = probes;
        this.environment = environment;
        this.home = home;
        this.ways = ways;
    }

    @Override
    public Home home() {
        return home;
    }

    @Override
    public Arch hostArch() {
        return Arch.ofJavaProperty(environment.architecture());
    }

    @Override
    public OpenOutside openOutside() {
        return new OpenOutside(environment.system(), new ProcessRunner()::run);
    }

    @Override
    public Operations withImages(Path folder) {
        return new Wiring(environment, home.withImages(folder), ways, probes, builtIn);
    }

    @Override
    public Operations withComponents(Path folder) {
        return new Wiring(environment, home.withComponents(folder), ways, probes, builtIn);
    }

    @Override
    public Operations withRegistries(RegistryAccess access) {
        return new Wiring(environment, home, new Ways(access, ways.bundle, ways.programs), probes, builtIn);
    }

    @Override
    public Operations withPrograms(VmPrograms programs) {
        return new Wiring(environment, home, new Ways(ways.registries, ways.bundle, programs), probes, builtIn);
    }

    @Override
    public ReadComposition readComposition() {
        return new ReadComposition(
                new CompositionReader(),
                environment.directory(),
                new RemoteText(sources().debian().http()),
                new GitProgram(new ProcessRunner()),
                ways.bundle.map(Unpacked::document));
    }

    @Override
    public Operations opening(List<String> files, Reporter reporter) {
        return new OpenBundle(environment.directory(), home.bundles())
                .open(files, reporter)
                .<Operations>map(found -> new Wiring(
                        environment,
                        home.withImages(found.images()),
                        new Ways(ways.registries, Optional.of(found), ways.programs),
                        probes,
                        builtIn))
                .orElse(this);
    }

    private ImageWiring sources() {
        return new ImageWiring(environment, home, builtIn, this::registries, ways.bundle.isPresent());
    }

    private LocalPaths localPaths() {
        return ways.bundle
                .map(found -> new LocalPaths(
                        found.images().resolveSibling("absent"), environment.userHome(), Optional.of(found.files())))
                .orElseGet(() -> new LocalPaths(environment.directory(), environment.userHome()));
    }

    @Override
    public BuildImage buildImage() {
        return new RecordedBuild(assembly(), buildHistory(), Clock.systemUTC());
    }

    @Override
    public BuildHistory buildHistory() {
        return new BuildHistory(home.history());
    }

    @Override
    public Assembly assembly() {
        return new Assembly(home, localPaths(), sources()::source);
    }

    @Override
    public ImageLibrary images() {
        return new ImageLibrary(
                home.images(),
                home.listings(),
                environment.directory(),
                sources().localClients());
    }

    @Override
    public MakeRoom makeRoom() {
        return new MakeRoom(home, buildHistory(), Clock.systemUTC());
    }

    @Override
    public LockImages lockImages() {
        return new LockImages(
                readComposition(),
                home.images(),
                environment.directory(),
                remoteNames(),
                sources().ownComponents()::has);
    }

    @Override
    public FindOutdated findOutdated() {
        return new FindOutdated(
                readComposition(), home.images(), remoteNames(), sources().ownComponents()::has);
    }

    @Override
    public MakeBundle makeBundle() {
        return new MakeBundle(
                home.images(), localPaths(), sources()::source, sources().ownComponents()::has);
    }

    @Override
    public RemoteNames remoteNames() {
        return registries();
    }

    @Override
    public RegistryLibrary registryLibrary() {
        return new RegistryLibrary(home.images(), environment.directory(), registries());
    }

    private Registries registries() {
        return new RegistryWiring(environment, ways.registries).registries();
    }

    @Override
    public RunVm runVm() {
        return new RunVm(home().machines(), environment.directory(), bootMediaFinder(), createMetadata(), hypervisor());
    }

    @Override
    public TestSystem testSystem() {
        return new TestSystem(runVm(), hypervisor().features(), environment.directory(), home(), Clock.systemUTC());
    }

    @Override
    public WatchVm watchVm() {
        return new WatchVm(runVm(), watchedFiles(), Clock.systemUTC());
    }

    @Override
    public WatchedFiles watchedFiles() {
        return new WatchedFiles(environment.directory(), localPaths());
    }

    @Override
    public MachineData machineData() {
        return new MachineData(home().machines(), environment.directory());
    }

    @Override
    public Machines machines() {
        return new Machines(home().machines(), hypervisor());
    }

    @Override
    public BenchBuild benchBuild() {
        return new BenchBuild(home, other -> new Assembly(other, localPaths(), sources()::source));
    }

    @Override
    public BenchBoot benchBoot() {
        return new BenchBoot(home().machines(), bootMediaFinder(), hypervisor());
    }

    @Override
    public BenchLaunch benchLaunch() {
        return new BenchLaunch(this::runVm, new BareQemu(new ProcessRunner())::untilFirstInstruction);
    }

    @Override
    public BenchMemory benchMemory() {
        return new BenchMemory(home().machines(), environment.directory(), bootMediaFinder(), hypervisor());
    }

    @Override
    public BenchStart benchStart() {
        return new BenchStart(environment.launcher(), new ProcessRunner(), environment.display());
    }

    @Override
    public BenchPull benchPull() {
        return new BenchPull(home.cache(), this::registries);
    }

    @Override
    public BenchValidate benchValidate() {
        return new BenchValidate(gatherFacts());
    }

    private BootMediaFinder bootMediaFinder() {
        return new BootMediaFinder(
                home().builds(), environment.directory(), hostArch(), readComposition(), buildImage());
    }

    protected Hypervisor hypervisor() {
        return Hypervisors.choose(ways.programs.backend(), qemuSettings(), probes);
    }

    private QemuSettings qemuSettings() {
        return new QemuSettings(
                ways.programs.qemu(), ways.programs.virtiofsd(), environment.variables(), home().data());
    }

    @Override
    public CatalogueLibrary catalogue() {
        return new CatalogueLibrary(
                home.images(),
                sources().allComponents(),
                (store, locked) -> sources().components(store, false, locked));
    }

    @Override
    public UpdateCatalogue updateCatalogue() {
        return new UpdateCatalogue(
                builtIn, LockText.builtIn(), new PackageUpdate(sources().debian()));
    }

    @Override
    public FindPackage findPackage() {
        return new FindPackage(builtIn, sources()::packages, new GitProgram(new ProcessRunner()));
    }

    @Override
    public BuildPackage buildPackage() {
        DockerBuild docker = new DockerBuild(environment, home.cache().resolve("scratch"), new ProcessRunner()::follow);
        return new BuildPackage(home.images(), builtIn, sources()::packages, docker);
    }

    @Override
    public InitPackage initPackage() {
        return new InitPackage();
    }

    @Override
    public CreateMetadata createMetadata() {
        return new CreateMetadata();
    }

    @Override
    public ReviewComposition reviewComposition() {
        return new ReviewComposition(readComposition(), builtIn, gatherFacts(), environment.directory());
    }

    @Override
    public LiveReview liveReview() {
        return new LiveReview(reviewComposition(), new Wish(hostArch(), Profile.BASELINE, RunFacts.UNKNOWN));
    }

    @Override
    public GatherFacts gatherFacts() {
        return new GatherFacts(home, sources().allComponents(), localPaths(), Clock.systemDefaultZone());
    }

    @Override
    public DrawPicture drawPicture() {
        return new DrawPicture(builtIn);
    }

    @Override
    public ExplainPart explainPart() {
        return new ExplainPart(builtIn);
    }

    @Override
    public ServeFolder serveFolder() {
        return new ServeFolder(environment.directory());
    }

    @Override
    public Lessons lessons() {
        return new Lessons(home().lessons());
    }

    @Override
    public CheckLesson checkLesson() {
        return new CheckLesson(runVm(), reviewComposition(), hostArch());
    }

    @Override
    public Doctor doctor() {
        probes.forget();
        return new DoctorWiring(
                        environment,
                        home,
                        Hypervisors.inOrder(qemuSettings(), probes),
                        qemuSettings(),
                        sources().debian())
                .doctor();
    }
}
