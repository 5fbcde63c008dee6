package dev.lamina.app.studio.run;

import dev.lamina.app.operation.MachineOptions;
import dev.lamina.model.value.ByteSize;
import dev.lamina.vmlaunch.PublishedPort;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// The options of a machine, with what the user chose when a start failed: another port, more memory.
/// Such choices hold until the same is set otherwise in the options themselves. Safe for use by several
/// threads.
final class Adjusted {
    private final Supplier<MachineOptions> wanted;
    private UnaryOperator<MachineOptions> choices = UnaryOperator.identity();
    private Optional<Basis> basis = Optional.empty();

    /// What choices are about.
    private record Basis(Optional<ByteSize> memory, List<PublishedPort> ports) {
        static Basis of(MachineOptions options) {
            return new Basis(options.memory(), options.ports());
        }
    }

    Adjusted(Supplier<MachineOptions> wanted) {
        this.wanted = wanted;
    }

    /// May read files.
    MachineOptions get() {
        return with(wanted.get());
    }

    private synchronized MachineOptions with(MachineOptions options) {
        Optional<Basis> now = Optional.of(Basis.of(options));
        if (!now.equals(basis)) {
            basis = now;
            choices = UnaryOperator.identity();
        }
        return choices.apply(options);
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

    private synchronized void add(UnaryOperator<MachineOptions> choice) {
        UnaryOperator<MachineOptions> before = choices;
        choices = options -> choice.apply(before.apply(options));
    }
}
