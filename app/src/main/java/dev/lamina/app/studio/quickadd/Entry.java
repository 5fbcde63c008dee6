package dev.lamina.app.studio.quickadd;

import dev.lamina.app.studio.session.Lane;
import dev.lamina.app.studio.session.Offer;
import java.util.Optional;

/// Something that quick add offers.
///
/// @param icon by name, see `Icons`
/// @param title its name, or what will be done: `Add image nginx:1.27`
/// @param summary one line
public record Entry(String icon, String title, String summary, Offer offer) {

    public static Entry of(String icon, String summary, Offer offer) {
        return new Entry(icon, offer.name(), summary, offer);
    }

    /// Where it goes: to the wanted lane if it can be there, else to its own.
    Lane lane(Optional<Lane> wanted) {
        return wanted.filter(lane -> offer.in(lane).isPresent()).orElseGet(offer::usualLane);
    }
}
