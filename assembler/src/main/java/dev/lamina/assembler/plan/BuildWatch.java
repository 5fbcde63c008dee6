package dev.lamina.assembler.plan;

import dev.lamina.assembler.format.ImageOutput;
import dev.lamina.assembler.format.PreparedImage;
import dev.lamina.model.progress.Progress;
import java.io.IOException;
import java.util.List;

/// Hears which step of a build does what. It is called from any thread, and should be quick.
///
/// A step is told from others by its [Step#id]. Of an image's step only the image counts here: what was to be done is
/// known when it is done.
public interface BuildWatch {
    BuildWatch NONE = new BuildWatch() {};

    /// The images are there, and all steps are known, the images' among them.
    default void planned(List<Step> steps) {}

    default void began(Step step) {}

    /// What the step reports while it goes on; the build's own reporter hears it too.
    default void progress(Step step, Progress progress) {}

    default void ended(Step step, Ending ending) {}

    /// Everything is written, and what it was written from can still be read.
    default void written(PreparedImage image, ImageOutput output) throws IOException {}

    /// How a step ended.
    enum Ending {
        MADE,
        /// There was nothing to do: it was made before.
        CACHED,
        FAILED,
        CANCELLED
    }
}
