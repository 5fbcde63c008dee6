package dev.lamina.app.studio.editor;

import java.util.List;

/// The images that can be named in a document.
interface ImageNames {
    /// @param name as a document writes it, e.g. `nginx:1.27`
    /// @param about one line; empty when nothing is known
    record Named(String name, String about) {}

    /// Takes time.
    List<Named> load();
}
