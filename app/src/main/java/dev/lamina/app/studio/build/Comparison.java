package dev.lamina.app.studio.build;

import dev.lamina.app.operation.BuildNote;
import dev.lamina.assembler.difference.SystemDifference;
import java.util.Optional;

/// Two builds and how they differ.
///
/// @param difference empty when the list of one of them is gone
record Comparison(BuildNote before, BuildNote after, Optional<SystemDifference> difference) {}
