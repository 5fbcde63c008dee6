package dev.lamina.app.studio.run;

import dev.lamina.model.problem.LaminaException;
import dev.lamina.model.value.ByteSize;
import dev.lamina.vmlaunch.VmHandle;
import java.util.Optional;

/// What came of building and starting a system.
sealed interface Launch {

    record Started(VmHandle vm, Running running) implements Launch {}

    /// @param comfortable how much memory it starts with in comfort, when it was built and that can be told
    record Failed(LaminaException problem, Optional<ByteSize> comfortable) implements Launch {}

    /// The user wanted so.
    record Cancelled() implements Launch {}
}
