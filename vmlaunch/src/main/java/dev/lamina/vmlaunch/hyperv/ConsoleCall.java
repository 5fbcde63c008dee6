package dev.lamina.vmlaunch.hyperv;

import dev.lamina.model.problem.CancelledException;
import dev.lamina.vmlaunch.natives.HostCompute.ComputeSystem;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Calls the serial port of a machine while the machine is being started, so that nothing that the guest prints is
/// missed: its pipe is there when the machine is made, or comes at its start. Closing gives up, unless somebody has
/// the port by then.
final class ConsoleCall implements AutoCloseable {
    /// For the pipe of a machine that does not run yet. Some versions of Windows may make it at the start alone.
    private static final Duration EARLY = Duration.ofMillis(300);

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final CompletableFuture<SerialPort> port = new CompletableFuture<>();
    private volatile boolean over;
    private boolean handedOver;

    ConsoleCall(SerialPort.Dialler serial, String pipe, ComputeSystem system) {
        // Waiting for a pipe holds a thread of the system, so this is no virtual one.
        Thread.ofPlatform().daemon().name("console-call").start(() -> dial(serial, pipe, system));
    }

    private void dial(SerialPort.Dialler serial, String pipe, ComputeSystem system) {
        try {
            SerialPort reached =
                    serial.dial(pipe, PATIENCE, () -> over || ended(system).isPresent());
            if (!port.complete(reached)) {
                reached.close();
            }
        } catch (IOException e) {
            port.completeExceptionally(e);
        } catch (RuntimeException e) {
            // The machine was given up in the middle of a question for it.
            port.completeExceptionally(new IOException(e));
        }
    }

    /// How a machine has ended, if it has.
    static Optional<ExitDocument> ended(ComputeSystem system) {
        try {
            return system.awaitExit(Duration.ZERO).map(ExitDocument::parse);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /// Gives the pipe the time that it needs if it is to be there before the start.
    void awaitEarly() {
        try {
            await(EARLY);
        } catch (TimeoutException | IOException e) {
            // It comes with the start, and answered() tells if not.
            return;
        }
    }

    SerialPort answered() throws IOException {
        try {
            SerialPort reached = await(PATIENCE);
            handedOver = true;
            return reached;
        } catch (TimeoutException e) {
            throw new IOException("nobody answers", e);
        }
    }

    private SerialPort await(Duration patience) throws IOException, TimeoutException {
        try {
            return port.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
    }

    @Override
    public void close() {
        over = true;
        if (!port.cancel(false) && !handedOver && !port.isCompletedExceptionally()) {
            port.join().close();
        }
    }
}
