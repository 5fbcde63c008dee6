package dev.lamina.model.check;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// How the system will be run, as far as that is known: from the options of `lamina run`, or the side file.
///
/// @param memory of the machine, in bytes
/// @param console the device that the launcher shows, e.g. `ttyS0`
public record RunFacts(OptionalLong memory, List<Publish> published, Optional<String> console) {
    public static final RunFacts UNKNOWN = new RunFacts(OptionalLong.empty(), List.of(), Optional.empty());

    public RunFacts {
        published = List.copyOf(published);
    }

    /// A port of the guest that is reached on the host.
    ///
    /// @param address of the host that it is bound to, e.g. `127.0.0.1`; empty for all
    /// @param busy whether another program of the host listens there
    /// @param udp whether it is a port of UDP
    public record Publish(String address, int hostPort, int guestPort, boolean udp, boolean busy) {}
}
