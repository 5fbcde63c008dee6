package dev.lamina.vmlaunch.hyperv;

import dev.lamina.vmlaunch.natives.NamedPipe;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/// The outer end of a machine's serial port. Closing it ends whoever waits for it.
interface SerialPort extends Closeable {
    /// What the guest prints.
    InputStream screen();

    OutputStream keyboard();

    @Override
    void close();

    /// How to get at one.
    @FunctionalInterface
    interface Dialler {
        /// @param pipe its name
        /// @param patience until the machine has made it
        /// @param pointless whether nobody needs it any more
        SerialPort dial(String pipe, Duration patience, BooleanSupplier pointless) throws IOException;
    }

    static SerialPort dial(String pipe, Duration patience, BooleanSupplier pointless) throws IOException {
        return new Piped(NamedPipe.connect(pipe, patience, pointless));
    }

    record Piped(NamedPipe pipe) implements SerialPort {
        @Override
        public InputStream screen() {
            return pipe.input();
        }

        @Override
        public OutputStream keyboard() {
            return pipe.output();
        }

        @Override
        public void close() {
            pipe.close();
        }
    }
}
