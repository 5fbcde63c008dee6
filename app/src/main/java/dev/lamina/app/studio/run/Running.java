package dev.lamina.app.studio.run;

import dev.lamina.app.operation.MachineOptions;
import dev.lamina.model.value.ByteSize;
import java.util.Optional;

/// What runs: from which text, on which machine.
///
/// @param comfortable how much memory it starts with in comfort, when that can be told
record Running(String text, MachineOptions options, Optional<ByteSize> comfortable) {}
