package dev.lamina.app.operation;

import dev.lamina.model.memory.MemoryForecast;
import dev.lamina.model.memory.SystemLoad;
import dev.lamina.model.value.ByteSize;
import java.io.IOException;
import java.util.Optional;

/// A system that is built, or was found, and can be started: what it takes to start it soon after
/// another one has ended. Until it is closed nobody else builds in its folder; a machine that has
/// started does not need it any more.
///
/// @param load what it needs of memory; empty for a disk or a CD
public record PreparedSystem(RunVm.Request request, BootMediaFinder.Found found, Optional<SystemLoad> load)
        implements AutoCloseable {

    /// The memory with which it starts in comfort, when that can be told.
    public Optional<ByteSize> comfortableMemory() {
        return load.map(known -> new ByteSize(MachineMemory.comfortable(MemoryForecast.toStart(known))));
    }

    @Override
    public void close() throws IOException {
        found.close();
    }
}
