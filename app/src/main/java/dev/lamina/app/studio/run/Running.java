package dev.lamina.app.studio.run;

import dev.lamina.app.operation.MachineOptions;
import dev.lamina.model.value.ByteSize;
import java.util.Optional;

/// What runs: from which text, on which machine.
///
/// @param comfortable how much memory it starts with in comfort, when that can be told
record Running(String text, MachineOptions options, Optional<ByteSize> comfortable) {

    /// Whether its machine is such a one. What a system is told at its boot cannot be compared.
    boolean isOn(MachineOptions other) {
        boolean both = options.data().isPresent() && other.data().isPresent();
        return options.equals(both ? other.withData(options.data().get()) : other);
    }
}
