package dev.lamina.vmlaunch.qemu;

import java.io.IOException;

/// QEMU refused a command.
final class QmpException extends IOException {
    private final String command;
    private final String errorClass;

    QmpException(String command, String errorClass, String description) {
        super("QEMU refused '" + command + "': " + description);
        this.command = command;
        this.errorClass = errorClass;
    }

    String command() {
        return command;
    }

    /// E.g. `CommandNotFound`.
    String errorClass() {
        return errorClass;
    }
}
