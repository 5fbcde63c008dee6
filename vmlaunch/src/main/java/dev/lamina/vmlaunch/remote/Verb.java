package dev.lamina.vmlaunch.remote;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What can be wanted of a machine that another process runs.
enum Verb {
    STATE,
    /// After the answer the connection carries the console's bytes, both ways.
    CONSOLE,
    READY,
    EXEC,
    LOGS,
    START,
    STOP,
    RESTART,
    POWEROFF,
    PAUSE,
    RESUME,
    SAVE,
    RESTORE,
    REMOVE,
    SNAPSHOTS,
    /// Ends the machine, in order when its guest complies.
    SHUTDOWN;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Verb> of(String word) {
        return Arrays.stream(values()).filter(verb -> verb.word().equals(word)).findFirst();
    }
}
