package dev.lamina.app.studio.build;

import dev.lamina.assembler.format.ImageOutput;

/// How a build ended that did not fail.
sealed interface Outcome {
    record Built(ImageOutput output) implements Outcome {}

    record Cancelled() implements Outcome {}
}
