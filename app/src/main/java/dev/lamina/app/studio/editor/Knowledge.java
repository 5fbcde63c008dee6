package dev.lamina.app.studio.editor;

import dev.lamina.model.Composition;
import java.util.List;
import java.util.function.Function;

/// What completion knows beside the text.
///
/// @param composition as far as the document could be read
/// @param images that can be named
/// @param programs the files of the image of the component at a path that can be run; empty when they are not known
record Knowledge(Composition composition, List<ImageNames.Named> images, Function<String, List<String>> programs) {
    Knowledge {
        images = List.copyOf(images);
    }
}
