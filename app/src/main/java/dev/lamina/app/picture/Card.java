package dev.lamina.app.picture;

import dev.lamina.app.picture.Colours.Tone;
import java.util.List;
import java.util.Optional;

/// One component in a picture. All texts are as [Lettering#line] has them.
///
/// @param path in the document, e.g. `services[2]`
/// @param title its name, or its path
/// @param detail its image, or what a file holds
/// @param icon by name
/// @param exposed how exposed a container is
record Card(String path, String title, String detail, String icon, List<Badge> badges, Optional<Exposed> exposed) {
    Card {
        title = Lettering.line(title);
        detail = Lettering.line(detail);
        badges = List.copyOf(badges);
    }

    /// @param warning whether it should be seen first
    record Badge(String text, boolean warning) {
        Badge {
            text = Lettering.line(text);
        }
    }

    /// @param text from `0.0` to `10.0`
    /// @param fraction the same from 0 to 1
    record Exposed(String text, double fraction, Tone tone) {}
}
