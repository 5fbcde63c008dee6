package dev.lamina.app.studio.run;

import dev.lamina.app.operation.MachineOptions;
import dev.lamina.model.value.ByteSize;
import dev.lamina.vmlaunch.PublishedPort;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.value.ObservableValue;

/// The options of a machine, with what the user chose when a start failed: another port, more memory. Such choices hold
/// until the options themselves change.
final class Adjusted {
    private final ObservableValue<MachineOptions> wanted;
    private UnaryOperator<MachineOptions> choices = UnaryOperator.identity();
    private Runnable changed = () -> {};

    Adjusted(ObservableValue<MachineOptions> wanted) {
        this.wanted = wanted;
        wanted.subscribe((before, now) -> {
            choices = UnaryOperator.identity();
            changed.run();
        });
    }

    /// @param task done when the options themselves change
    void whenChanged(Runnable task) {
        changed = task;
    }

    MachineOptions get() {
        return choices.apply(wanted.getValue());
    }

    void publish(PublishedPort in, int hostPort) {
        PublishedPort other = new PublishedPort(in.hostAddress(), hostPort, in.guestPort(), in.protocol());
        add(options -> options.withPorts(options.ports().stream()
                .map(port -> port.equals(in) ? other : port)
                .toList()));
    }

    void memory(ByteSize size) {
        add(options -> options.withMemory(Optional.of(size)));
    }

    private void add(UnaryOperator<MachineOptions> choice) {
        UnaryOperator<MachineOptions> before = choices;
        choices = options -> choice.apply(before.apply(options));
    }
}
