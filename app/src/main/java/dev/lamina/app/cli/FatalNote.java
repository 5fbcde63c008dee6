package dev.lamina.app.cli;

import dev.lamina.vmlaunch.BootFailure;
import dev.lamina.vmlaunch.Console;
import dev.lamina.vmlaunch.FatalWatch;
import dev.lamina.vmlaunch.Subscription;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Tells whoever sits before a console that nothing more will come, and why: below what the kernel prints of a panic,
/// which takes a moment. At the latest when it is closed.
final class FatalNote implements AutoCloseable {
    private static final int MOMENT = 1;

    private final Consumer<BootFailure> told;
    private @Nullable BootFailure failure;
    private @Nullable Subscription subscription;

    private FatalNote(Consumer<BootFailure> told) {
        this.told = told;
    }

    static FatalNote on(Console console, Consumer<BootFailure> told) {
        FatalNote note = new FatalNote(told);
        note.subscription = console.listen(new FatalWatch(note::failed));
        return note;
    }

    private synchronized void failed(BootFailure seen) {
        failure = seen;
        CompletableFuture.delayedExecutor(MOMENT, TimeUnit.SECONDS).execute(this::tell);
    }

    private synchronized void tell() {
        if (failure != null) {
            told.accept(failure);
            failure = null;
        }
    }

    @Override
    public void close() {
        if (subscription != null) {
            subscription.close();
        }
        tell();
    }
}
