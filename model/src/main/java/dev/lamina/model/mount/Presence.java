package dev.lamina.model.mount;

/// Whether something is at a path of the system when a container is started.
///
/// @param by who provides it, or may; empty for what is absent
public record Presence(State state, String by) {

    public enum State {
        PRESENT,
        ABSENT,

        /// It depends on what is not known: the files of an image, what a program does.
        UNKNOWN
    }

    static final Presence ABSENT = new Presence(State.ABSENT, "");

    static Presence present(String by) {
        return new Presence(State.PRESENT, by);
    }

    static Presence unknown(String by) {
        return new Presence(State.UNKNOWN, by);
    }

    public boolean absent() {
        return state == State.ABSENT;
    }

    public boolean present() {
        return state == State.PRESENT;
    }
}
