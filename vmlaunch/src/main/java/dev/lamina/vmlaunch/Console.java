package dev.lamina.vmlaunch;

import java.io.IOException;
import java.nio.file.Path;

/// The serial console of a machine: bytes in both directions, not characters. What the guest prints is untrusted.
public interface Console {

    /// Every byte that the guest printed, as it came.
    Path log();

    /// The last bytes that the guest printed, at most 256 KiB.
    byte[] recent();

    /// Adds a listener. It is first called with [#recent()] (so that nothing is missed between start and this
    /// call), then with every new piece, in order and by one thread at a time. A slow listener slows the guest
    /// down.
    Subscription listen(Listener listener);

    /// Types bytes into the guest.
    ///
    /// @throws IOException the machine has ended
    void write(byte[] bytes, int offset, int length) throws IOException;

    default void write(byte[] bytes) throws IOException {
        write(bytes, 0, bytes.length);
    }

    /// Receives what the guest prints.
    @FunctionalInterface
    interface Listener {
        /// @param bytes are used again after the call: what is to be kept is copied
        void received(byte[] bytes, int offset, int length);

        /// The guest will print no more.
        default void ended() {}
    }
}
