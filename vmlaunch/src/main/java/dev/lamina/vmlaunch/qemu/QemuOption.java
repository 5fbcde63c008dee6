package dev.lamina.vmlaunch.qemu;

import dev.lamina.model.problem.InputException;

/// QEMU's syntax of comma-separated options.
final class QemuOption {
    private QemuOption() {}

    /// In a value, a comma is written twice.
    static String escape(String value) {
        if (value.indexOf('\0') >= 0 || value.indexOf('\n') >= 0) {
            throw new InputException("QEMU takes no line breaks in '" + value.replace('\n', ' ') + "'", null);
        }
        return value.replace(",", ",,");
    }
}
