package dev.lamina.vmlaunch.qemu;

import java.nio.file.Path;

/// The addresses that QEMU connects to, as the options of its socket character devices.
///
/// @param monitor QMP
/// @param console the serial port
/// @param events guest to host
/// @param control host to guest and back
record Channels(String monitor, String console, String events, String control) {

    /// UNIX sockets in one folder.
    static Channels in(Path folder) {
        return new Channels(
                path(folder, Name.MONITOR),
                path(folder, Name.CONSOLE),
                path(folder, Name.EVENTS),
                path(folder, Name.CONTROL));
    }

    private static String path(Path folder, Name name) {
        return "path=" + QemuOption.escape(folder.resolve(name.file()).toString());
    }

    enum Name {
        MONITOR("qmp"),
        CONSOLE("con"),
        EVENTS("ev"),
        CONTROL("ctl");

        private final String shortName;

        Name(String shortName) {
            this.shortName = shortName;
        }

        /// Short, because the path of a UNIX socket has at most 104 bytes on macOS and 108 on Linux.
        String file() {
            return shortName + ".sock";
        }
    }
}
