package dev.lamina.app.studio.drop;

import dev.lamina.app.studio.session.Offer;
import dev.lamina.model.value.Arch;
import java.nio.file.Path;
import java.util.List;

/// What becomes of something that is dropped on the window.
sealed interface Dropped {

    /// A composition, which is opened.
    record Document(Path file) implements Dropped {}

    /// Images, which are taken into the store and then added.
    record Images(Path source) implements Dropped {}

    /// The file of a kernel, of which an image is made.
    record Kernel(Path file, Arch arch) implements Dropped {}

    /// What can be added at once.
    ///
    /// @param words what is done, e.g. `Adds motd as the file /etc/motd`
    record Components(String words, List<Offer> offers) implements Dropped {
        public Components {
            offers = List.copyOf(offers);
        }
    }

    /// Nothing becomes of it.
    ///
    /// @param words what and why, for the user
    record Refused(String words) implements Dropped {}
}
