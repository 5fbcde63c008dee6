package dev.lamina.vmlaunch;

import java.util.function.Consumer;

/// Hears a console until nothing more happens in the guest, and then tells of the first cause that the console
/// showed. Whoever sits before it may not know that.
public final class FatalWatch implements Console.Listener {
    private final BootExplainer explainer = new BootExplainer();
    private final ConsoleText plain = new ConsoleText(new ConsoleLines(this::line)::accept);
    private final Consumer<BootFailure> told;
    private boolean found;

    /// @param told called once, by the thread that delivers the console
    public FatalWatch(Consumer<BootFailure> told) {
        this.told = told;
    }

    @Override
    public synchronized void received(byte[] bytes, int offset, int length) {
        if (!found) {
            plain.accept(bytes, offset, length);
        }
    }

    private void line(String line) {
        if (!found && explainer.line(line).filter(BootFailure::fatal).isPresent()) {
            found = true;
            told.accept(explainer.failures().getFirst());
        }
    }
}
