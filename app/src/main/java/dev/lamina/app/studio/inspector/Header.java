package dev.lamina.app.studio.inspector;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.look.Icons;
import dev.lamina.app.studio.session.Lane;
import dev.lamina.app.studio.session.Place;
import dev.lamina.model.Composition;
import dev.lamina.model.value.ImageRef;
import java.util.Optional;

/// What stands above a form.
///
/// @param kind what it is, e.g. `Service`
/// @param image e.g. `lamina/httpd`; empty when it has none
/// @param about the kind in a sentence
/// @param renamable whether it has a name that can be changed
record Header(String name, String kind, String icon, String image, String about, boolean renamable) {
    private static final Texts TEXTS = Texts.of(Header.class);

    static final Header NONE = new Header("", "", "component-other", "", "", false);

    static Header of(Composition composition, Place place) {
        if (!place.exists(composition)) {
            return NONE;
        }
        String lane = place.lane().key();
        Optional<ImageRef> image =
                place.lane() == Lane.INIT ? Optional.empty() : place.image(composition); // that is its name
        return new Header(
                place.name(composition),
                TEXTS.get("kind." + lane),
                icon(image, place),
                image.map(ImageRef::name).orElse(""),
                TEXTS.get("about." + lane),
                place.lane() != Lane.KERNEL && place.lane() != Lane.INIT);
    }

    /// That of a built-in component, else that of its lane.
    private static String icon(Optional<ImageRef> image, Place place) {
        Optional<ImageRef> known = place.lane() == Lane.VOLUMES ? Optional.empty() : image;
        return known.filter(ImageRef::builtIn)
                .map(each -> each.name().replaceAll("^lamina/|[:@].*$", ""))
                .map(name -> "component-" + name)
                .filter(Icons::has)
                .orElse("lane-" + place.lane().key());
    }
}
