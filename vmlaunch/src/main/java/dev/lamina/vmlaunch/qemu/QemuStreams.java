package dev.lamina.vmlaunch.qemu;

import dev.lamina.vmlaunch.host.Quietly;
import dev.lamina.vmlaunch.host.SocketStreams;
import java.util.Map;

/// QEMU's connections, one for each channel.
record QemuStreams(Map<Channels.Name, SocketStreams> byName) implements AutoCloseable {
    QemuStreams {
        byName = Map.copyOf(byName);
    }

    SocketStreams of(Channels.Name name) {
        SocketStreams found = byName.get(name);
        if (found == null) {
            throw new IllegalStateException("no connection for " + name);
        }
        return found;
    }

    @Override
    public void close() {
        byName.values().forEach(Quietly::close);
    }
}
