package dev.lamina.vmlaunch;

import java.nio.file.Path;

/// A machine that runs on without the process that started it: all that another process needs to find it again.
///
/// @param pid of the hypervisor's process
/// @param sockets the folder of its sockets
/// @param consoleLog where every byte of the serial console goes
public record DetachedVm(String name, long pid, Path sockets, Path consoleLog, Accelerator accelerator) {

    /// One that was just started.
    ///
    /// @param commandLine exactly what was started
    public record Started(DetachedVm vm, CommandLine commandLine) {}
}
