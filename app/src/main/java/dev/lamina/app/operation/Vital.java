package dev.lamina.app.operation;

/// How a component of a running system is, as its init told it.
///
/// @param reason why it is so, in the guest's words or empty; untrusted, but printable
public record Vital(State state, String reason) {
    /// Nothing is known of it.
    public static final Vital UNKNOWN = new Vital(State.WAITING, "");

    /// From grey to red.
    public enum State {
        /// Its turn has not come, or its machine does not run.
        WAITING,
        /// It is being started, or started again.
        STARTING,
        /// It runs, or is in effect.
        RUNNING,
        /// It ran once and ended well.
        DONE,
        /// Somebody asked it to end.
        STOPPED,
        /// It ended badly, or could not be made.
        FAILED
    }

    public boolean failed() {
        return state == State.FAILED;
    }
}
