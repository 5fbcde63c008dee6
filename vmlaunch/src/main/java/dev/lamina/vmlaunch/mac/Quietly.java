package dev.lamina.vmlaunch.mac;

import java.io.Closeable;
import java.io.IOException;

/// Closes what may be gone already.
final class Quietly {
    private Quietly() {}

    static void close(Closeable resource) {
        try {
            resource.close();
        } catch (IOException e) {
            // Already gone, which is what was wanted.
            return;
        }
    }
}
