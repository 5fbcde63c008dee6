package dev.lamina.app.operation;

import dev.lamina.app.doctor.Doctor;
import dev.lamina.assembler.registry.RemoteNames;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import java.nio.file.Path;
import java.util.List;

/// Where the skins get the operations from. Each is made when it is asked for.
public interface Operations {
    Home home();

    /// The architecture of this computer.
    Arch hostArch();

    /// The desktop's own programs.
    OpenOutside openOutside();

    /// The same with another image store.
    Operations withImages(Path folder);

    /// The same with another folder of the user's components.
    Operations withComponents(Path folder);

    /// The same with other ways to registries.
    Operations withRegistries(RegistryAccess access);

    /// The same with other programs that run machines.
    Operations withPrograms(VmPrograms programs);

    ReadComposition readComposition();

    /// Builds that leave notes in the history.
    BuildImage buildImage();

    BuildHistory buildHistory();

    Assembly assembly();

    ImageLibrary images();

    MakeRoom makeRoom();

    LockImages lockImages();

    /// What registries say about names. For one job.
    RemoteNames remoteNames();

    /// Pulls and pushes. For one job.
    RegistryLibrary registryLibrary();

    FindOutdated findOutdated();

    MakeBundle makeBundle();

    /// The operations for what a user names: a bundle has its own document, files and images, and nothing else counts.
    ///
    /// @param files as the user gave them
    Operations opening(List<String> files, Reporter reporter);

    RunVm runVm();

    TestSystem testSystem();

    WatchVm watchVm();

    WatchedFiles watchedFiles();

    MachineData machineData();

    Machines machines();

    BenchBuild benchBuild();

    BenchBoot benchBoot();

    BenchLaunch benchLaunch();

    BenchMemory benchMemory();

    BenchStart benchStart();

    BenchPull benchPull();

    BenchValidate benchValidate();

    CatalogueLibrary catalogue();

    UpdateCatalogue updateCatalogue();

    FindPackage findPackage();

    BuildPackage buildPackage();

    InitPackage initPackage();

    CreateMetadata createMetadata();

    ReviewComposition reviewComposition();

    /// Reviews of one document while it changes.
    LiveReview liveReview();

    /// What parts of a system are for, in plain words.
    ExplainPart explainPart();

    GatherFacts gatherFacts();

    DrawPicture drawPicture();

    ServeFolder serveFolder();

    Lessons lessons();

    CheckLesson checkLesson();

    /// Looks at this computer.
    Doctor doctor();
}
