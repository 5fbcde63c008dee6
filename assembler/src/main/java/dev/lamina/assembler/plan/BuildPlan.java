package dev.lamina.assembler.plan;

import dev.lamina.assembler.format.PreparedImage;
import java.util.List;
import java.util.Optional;

/// What a build will do, in order.
///
/// @param image what the formats will write from; empty as long as an image is missing, and then the steps after the
///     images are not known either
public record BuildPlan(List<Step> steps, Optional<PreparedImage> image) {
    public BuildPlan {
        steps = List.copyOf(steps);
    }
}
