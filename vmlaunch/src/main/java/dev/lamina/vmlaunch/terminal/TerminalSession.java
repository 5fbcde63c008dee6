package dev.lamina.vmlaunch.terminal;

import dev.lamina.vmlaunch.Console;
import dev.lamina.vmlaunch.Subscription;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/// Joins a machine's console to a terminal, or to pipes when there is none, until the machine ends or the user leaves.
public final class TerminalSession {
    /// Ctrl-], as in telnet and virsh: no shell, editor or pager in the guest needs it.
    public static final int QUIT_KEY = 0x1d;

    public static final String QUIT_KEY_NAME = "Ctrl-]";

    private final Console console;
    private final InputStream input;
    private final OutputStream output;
    private final OptionalInt quitKey;
    private final CompletableFuture<End> end = new CompletableFuture<>();

    /// @param quitKey the byte that ends the session; empty passes all bytes on
    public TerminalSession(Console console, InputStream input, OutputStream output, OptionalInt quitKey) {
        this.console = console;
        this.input = input;
        this.output = output;
        this.quitKey = quitKey;
    }

    /// A session on a terminal in raw mode with [#QUIT_KEY].
    public static TerminalSession on(RawTerminal terminal, Console console) {
        return new TerminalSession(console, terminal.input(), terminal.output(), OptionalInt.of(QUIT_KEY));
    }

    /// A session on pipes: no byte has a meaning, and the end of the input is not the end of the session.
    public static TerminalSession piped(InputStream input, OutputStream output, Console console) {
        return new TerminalSession(console, input, output, OptionalInt.empty());
    }

    /// How a session ended.
    public enum End {
        /// The user pressed the quit key, or the reader of our output went away.
        QUIT,
        MACHINE_ENDED
    }

    /// Shows the console from its start and types what is read, until either side ends.
    public End run() throws InterruptedException {
        // A platform thread: it stays blocked in read() when the machine ends first, and must not keep the process
        // alive.
        Thread keys = Thread.ofPlatform().daemon().name("console-keys").start(this::pumpKeys);
        try (Subscription ignored = console.listen(new Screen())) {
            return end.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            keys.interrupt();
        }
    }

    private void pumpKeys() {
        byte[] buffer = new byte[1024];
        try {
            for (int count = input.read(buffer); count >= 0 && !end.isDone(); count = input.read(buffer)) {
                int quit = indexOfQuit(buffer, count);
                console.write(buffer, 0, quit < 0 ? count : quit);
                if (quit >= 0) {
                    end.complete(End.QUIT);
                    return;
                }
            }
        } catch (IOException e) {
            // The machine or our input is gone; the screen learns of the first, the second is like the end of input.
        }
    }

    private int indexOfQuit(byte[] buffer, int count) {
        for (int i = 0; quitKey.isPresent() && i < count; i++) {
            if ((buffer[i] & 0xff) == quitKey.getAsInt()) {
                return i;
            }
        }
        return -1;
    }

    private final class Screen implements Console.Listener {
        @Override
        public void received(byte[] bytes, int offset, int length) {
            try {
                output.write(bytes, offset, length);
                output.flush();
            } catch (IOException e) {
                end.complete(End.QUIT);
            }
        }

        @Override
        public void ended() {
            end.complete(End.MACHINE_ENDED);
        }
    }
}
