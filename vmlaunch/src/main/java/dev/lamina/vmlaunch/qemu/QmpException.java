package dev.lamina.vmlaunch.qemu;

import java.io.IOException;

/// QEMU refused a command.
final class QmpException extends IOException {
    private final String errorClass;

    QmpException(String command, String errorClass, String description) {
        super("QEMU refused '" + command + "': " + description);
        this.errorClass = errorClass;
    }

    /// E.g. `CommandNotFound`.
    String errorClass() {
        return errorClass;
    }
}
