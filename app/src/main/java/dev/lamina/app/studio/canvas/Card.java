package dev.lamina.app.studio.canvas;

import dev.lamina.app.studio.session.Place;
import java.util.Optional;

/// One component as the canvas shows it.
///
/// @param id the same for a component as long as it lives, wherever it is moved and whatever it is called
/// @param title its name, or its path
/// @param detail its image, or what a file holds
/// @param icon by name, see `Icons`
/// @param facts what was found out about it
record Card(long id, Place place, String title, String detail, String icon, CardFacts facts) {

    /// The same with a number.
    Card numbered(long number) {
        return new Card(number, place, title, detail, icon, facts);
    }

    Optional<String> note() {
        return facts.note();
    }
}
