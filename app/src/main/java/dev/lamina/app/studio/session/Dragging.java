package dev.lamina.app.studio.session;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// What is being dragged within the window, from the palette or on the canvas; one for the window.
public final class Dragging {
    private final ObjectProperty<Optional<Load>> load = new SimpleObjectProperty<>(Optional.empty());

    /// What hangs on the pointer.
    public sealed interface Load {
        /// Something new, of the palette.
        record New(Offer offer) implements Load {}

        /// Cards of a document.
        record Cards(DocumentSession session, List<Place> places) implements Load {
            public Cards {
                places = List.copyOf(places);
            }
        }
    }

    public ObjectProperty<Optional<Load>> load() {
        return load;
    }
}
