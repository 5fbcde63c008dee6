package dev.lamina.app.studio.boottest;

import dev.lamina.app.operation.MachineOptions;
import dev.lamina.app.operation.VmPrograms;
import dev.lamina.model.expect.BootTest;

/// What the side file of a document says at the moment. Asked in the background, as it may read files; each throws
/// what is wrong with it.
public interface TestedMachine {
    MachineOptions options();

    VmPrograms programs();

    BootTest test();
}
