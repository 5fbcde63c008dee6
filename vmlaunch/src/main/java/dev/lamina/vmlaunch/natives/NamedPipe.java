package dev.lamina.vmlaunch.natives;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

/// A duplex byte pipe of Windows, such as the serial port of a Hyper-V machine.
public final class NamedPipe implements Closeable {
    private NamedPipe() {}

    /// @param name e.g. `\\.\pipe\lamina-com1`
    /// @param retry how long to wait for a pipe that is not there yet, or busy
    /// @throws IOException there was none in this time, or it cannot be opened
    public static NamedPipe connect(String name, Duration retry) throws IOException {
        throw new IOException("named pipes are a part of Windows");
    }

    public InputStream input() {
        return InputStream.nullInputStream();
    }

    public OutputStream output() {
        return OutputStream.nullOutputStream();
    }

    @Override
    public void close() {}
}
