package dev.lamina.app.operation;

import java.nio.file.Path;

/// Where the skins get the operations from. Each is made when it is asked for.
public interface Operations {
    Home home();

    /// The same with another image store.
    Operations withImages(Path folder);

    /// The same with another folder of the user's components.
    Operations withComponents(Path folder);

    /// The same with other programs that run machines.
    Operations withPrograms(VmPrograms programs);

    ReadComposition readComposition();

    BuildImage buildImage();

    Assembly assembly();

    ImageLibrary images();

    RunVm runVm();

    BenchBuild benchBuild();

    BenchBoot benchBoot();

    BenchMemory benchMemory();

    BenchStart benchStart();

    CatalogueLibrary catalogue();

    UpdateCatalogue updateCatalogue();

    CreateMetadata createMetadata();

    CheckComposition checkComposition();
}
