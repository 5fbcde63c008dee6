package dev.lamina.vmlaunch.natives;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// The Host Compute Service of Windows (`computecore.dll`), which makes virtual machines out of JSON documents.
///
/// All calls block until the service has done what was asked, so none belongs on a thread that draws. They may be
/// made by any number of threads. UTF-16, native memory and operations stay inside. Where a query or options may be
/// left out, an empty string leaves them out.
///
/// Failures are [HostComputeException]s with the service's number and document.
public interface HostCompute {

    /// Loads the library; nothing is loaded before.
    ///
    /// @throws HostComputeMissingException this system has none
    static HostCompute open() {
        return NativeHostCompute.open(NativeLibraries.ofWindows());
    }

    /// Makes a machine, which does not run yet.
    ///
    /// @param id unique among all machines of this computer
    /// @param document of the schema `ComputeSystem`
    ComputeSystem create(String id, String document);

    /// A machine that is already there, whoever made it.
    Optional<ComputeSystem> find(String id);

    /// @param query e.g. `{"Owners":["Lamina"]}`
    /// @return a JSON array of machines
    String enumerate(String query);

    /// @param query e.g. `{"PropertyTypes":["Basic"]}`
    /// @return JSON
    String serviceProperties(String query);

    /// Lets the machine's worker process, which has an account of its own, read and write a file.
    void grantAccess(String vmId, Path file);

    void revokeAccess(String vmId, Path file);

    /// A machine of the service.
    interface ComputeSystem extends AutoCloseable {
        void start();

        /// Asks the guest to end. Returns when the guest was asked, not when it has ended.
        void shutDown(String options);

        void terminate();

        void pause();

        void resume();

        /// Waits for the machine to end.
        ///
        /// @return the exit document (JSON), or empty after the time-out or when this was closed meanwhile
        /// @throws HostComputeException with `0x8037011E` when the service itself went away
        Optional<String> awaitExit(Duration timeout) throws InterruptedException;

        /// Lets go of the machine, once; a machine that was made so ends with its last handle. Waits for calls that
        /// are under way, because the library does not survive to have a machine closed under it.
        /// Any later call is an [IllegalStateException].
        @Override
        void close();
    }
}
