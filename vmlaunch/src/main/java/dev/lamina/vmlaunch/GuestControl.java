package dev.lamina.vmlaunch;

import java.time.Duration;
import java.util.List;

/// The control channel of the guest (`docs/guest-channel.md`). Calls wait for the answer and may be made by several
/// threads; each throws [GuestControlException] when the guest does not answer in time, answers nonsense or refuses.
public interface GuestControl {

    /// Whether the hypervisor has such a channel at all; whether anybody answers on it is another question.
    default boolean exists() {
        return true;
    }

    /// Waits until the guest's agent answers.
    ///
    /// @return whether it did so in time
    boolean awaitReady(Duration timeout);

    /// Runs a program in the guest's root namespaces and collects what it prints. The guest allows it one minute.
    ExecResult exec(List<String> command, Duration timeout);

    /// As [#exec], in the container of a running service.
    ExecResult execIn(String service, List<String> command, Duration timeout);

    /// What a container (of any section) printed.
    String logs(String component, Duration timeout);

    void service(ServiceAction action, String name, Duration timeout);

    /// Asks the guest to shut down in order. Returns when the guest has accepted.
    void powerOff(Duration timeout);

    /// @param exitCode of the program
    /// @param printed standard output and errors together
    /// @param truncated the output was longer than what the host keeps
    record ExecResult(int exitCode, Printed printed, boolean truncated) {
        public ExecResult(int exitCode, String output, boolean truncated) {
            this(exitCode, Printed.of(output), truncated);
        }

        /// What it printed, as text.
        public String output() {
            return printed.text();
        }
    }

    enum ServiceAction {
        START,
        STOP,
        RESTART
    }
}
