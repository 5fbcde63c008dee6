package dev.lamina.vmlaunch.qemu;

import dev.lamina.vmlaunch.DetachedVm;
import dev.lamina.vmlaunch.host.SocketStreams;
import java.io.IOException;
import java.time.Duration;

/// The sockets on which the QEMU of a machine in the background listens. Each serves one peer after the other: whoever
/// connects meanwhile waits, so nobody keeps a connection longer than needed.
record DetachedSockets(DetachedVm vm) {
    /// Others may be before us.
    private static final Duration TURN = Duration.ofSeconds(20);

    SocketStreams connect(Channels.Name name) throws IOException {
        return SocketStreams.connect(vm.sockets().resolve(name.file()));
    }

    /// The monitor, ready for commands.
    QmpClient monitor() throws IOException {
        return monitor(TURN);
    }

    /// @param patience until others are done with it
    QmpClient monitor(Duration patience) throws IOException {
        SocketStreams streams = connect(Channels.Name.MONITOR);
        QmpClient monitor = new QmpClient(streams.input(), streams.output(), event -> {});
        boolean ready = false;
        try {
            monitor.negotiate(patience);
            ready = true;
            return monitor;
        } finally {
            if (!ready) {
                monitor.close();
            }
        }
    }
}
