package dev.lamina.vmlaunch.process;

import dev.lamina.vmlaunch.CommandLine;
import java.nio.file.Path;
import java.util.List;

/// Linux and macOS: by a [Guard] in between.
final class GuardLifeline implements Lifeline {
    @Override
    public List<String> argv(CommandLine command, Path socketDir) {
        return Guard.wrap(command, socketDir);
    }

    @Override
    public void tie(Process process, Path socketDir) {
        // The guard holds the other end of our pipe from its first moment.
    }

    @Override
    public boolean hasGuard() {
        return true;
    }
}
