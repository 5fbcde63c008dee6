package dev.lamina.vmlaunch.host;

import java.io.Closeable;
import java.io.IOException;

/// Closes what may be gone already.
public final class Quietly {
    private Quietly() {}

    public static void close(Closeable resource) {
        try {
            resource.close();
        } catch (IOException e) {
            // Already gone, which is what was wanted.
        }
    }
}
