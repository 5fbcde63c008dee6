package dev.lamina.app.studio.palette;

import dev.lamina.app.studio.session.Lane;
import dev.lamina.app.studio.session.Offer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// Something that can be added, explained for somebody who wonders whether to.
///
/// @param icon by name, see `Icons`
/// @param summary one sentence without its full stop
/// @param explanation some sentences; may be empty
/// @param privileges those that it has when nothing else is said
/// @param image as documents write it; empty for what has none
/// @param size of the image in bytes, when it is in the store
/// @param offer what is written
public record PaletteEntry(
        Group group,
        String name,
        String icon,
        String summary,
        String explanation,
        List<Privilege> privileges,
        Optional<String> image,
        OptionalLong size,
        Offer offer) {
    public PaletteEntry {
        privileges = List.copyOf(privileges);
    }

    /// The same for as long as the thing is called so; used to remember it.
    String id() {
        return group.key() + " " + (group == Group.STORE ? image.orElse(name) : name);
    }

    /// Where it can be put, the usual lane first.
    public Set<Lane> lanes() {
        return offer.yaml().keySet();
    }

    PaletteEntry sized(OptionalLong bytes) {
        return new PaletteEntry(group, name, icon, summary, explanation, privileges, image, bytes, offer);
    }
}
