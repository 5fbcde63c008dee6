package dev.lamina.vmlaunch.natives;

import java.util.UUID;

/// The virtual networks of Windows (`computenetwork.dll`). Calls block; an empty query is left out.
///
/// An endpoint is there until somebody deletes it, whether or not its maker lives: name it so that it is found again.
/// Failures are [HostComputeException]s with the service's number and its error record.
public interface HostNetworks {

    /// Loads the library; nothing is loaded before.
    ///
    /// @throws HostComputeMissingException this system has none
    static HostNetworks open() {
        return NativeHostNetworks.open(NativeLibraries.ofWindows());
    }

    /// @return a JSON array of the networks' ids
    String enumerate(String query);

    /// @return a JSON array of the endpoints' ids
    String enumerateEndpoints(String query);

    /// @param settings of the schema `HostComputeEndpoint`
    void createEndpoint(UUID network, UUID id, String settings);

    /// @return JSON
    String endpointProperties(UUID id, String query);

    void deleteEndpoint(UUID id);
}
