package dev.lamina.vmlaunch.hyperv;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.Pipe;

/// Two real pipes of the system in place of a named one of Windows. What the guest printed before it ended can still be
/// read; typing to it is an error then.
final class FakePipe {
    private final Pipe screen;
    private final Pipe keyboard;

    FakePipe() {
        try {
            screen = Pipe.open();
            keyboard = Pipe.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The guest's end: what was typed, or nothing after the end.
    int typed() {
        try {
            return Channels.newInputStream(keyboard.source()).read();
        } catch (ClosedChannelException e) {
            return -1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void print(byte[] bytes) {
        try {
            Channels.newOutputStream(screen.sink()).write(bytes);
        } catch (ClosedChannelException e) {
            // The machine was ended meanwhile.
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The machine has ended.
    void hangUp() {
        try {
            screen.sink().close();
            keyboard.source().close();
            keyboard.sink().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SerialPort outerEnd() {
        InputStream input = Channels.newInputStream(screen.source());
        OutputStream output = Channels.newOutputStream(keyboard.sink());
        return new SerialPort() {
            @Override
            public InputStream screen() {
                return input;
            }

            @Override
            public OutputStream keyboard() {
                return output;
            }

            @Override
            public void close() {
                try {
                    input.close();
                    output.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }
}
