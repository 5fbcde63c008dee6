package dev.lamina.vmlaunch.hyperv;

import dev.lamina.model.BootMedia;
import dev.lamina.vmlaunch.testing.FakeKernel;
import dev.lamina.vmlaunch.testing.StandInContract;
import java.io.IOException;
import java.nio.file.Path;

/// The contract for machines of a Windows that is played.
abstract class PlayedContract extends StandInContract {

    @Override
    protected final int runtimeFolders() {
        return 0;
    }

    @Override
    protected final BootMedia printing(Path folder, String text) throws IOException {
        return FakeKernel.bzImage(folder, text);
    }
}
