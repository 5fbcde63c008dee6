package dev.lamina.model.check;

import dev.lamina.model.value.SourceSpan;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// How the system will be run, as far as that is known: from the options of a command, or the side file.
///
/// @param memory of the machine, in bytes
/// @param memoryAt where that is written; empty when it is in no file
/// @param console the device that the launcher shows, e.g. `ttyS0`
public record RunFacts(
        OptionalLong memory, Optional<SourceSpan> memoryAt, List<Publish> published, Optional<String> console) {
    public static final RunFacts UNKNOWN = new RunFacts(OptionalLong.empty(), List.of(), Optional.empty());

    public RunFacts {
        published = List.copyOf(published);
    }

    /// What no file says.
    public RunFacts(OptionalLong memory, List<Publish> published, Optional<String> console) {
        this(memory, Optional.empty(), published, console);
    }

    /// A port of the guest that is reached on the host.
    ///
    /// @param address of the host that it is bound to, e.g. `127.0.0.1`; empty for all
    /// @param busy whether another program of the host listens there
    /// @param udp whether it is a port of UDP
    /// @param at where it is written; empty when it is in no file
    public record Publish(
            String address, int hostPort, int guestPort, boolean udp, boolean busy, Optional<SourceSpan> at) {
        private static final String USUAL = "127.0.0.1";
        private static final String ALL = "0.0.0.0";

        public Publish(String address, int hostPort, int guestPort, boolean udp, boolean busy) {
            this(address, hostPort, guestPort, udp, busy, Optional.empty());
        }

        /// As options and side files write it, on another port of the host, e.g. `0.0.0.0:8053:53/udp`.
        public String on(int otherPort) {
            String where = address.isEmpty() ? ALL + ":" : address.equals(USUAL) ? "" : address + ":";
            return where + otherPort + ":" + guestPort + (udp ? "/udp" : "");
        }
    }
}
