package dev.lamina.app.studio.palette;

import dev.lamina.app.studio.session.Lane;
import dev.lamina.app.studio.session.Offer;
import java.util.LinkedHashMap;
import java.util.Map;

/// What is written for an image of which nothing is known but its name. It gets no privilege.
final class ImageOffer {
    private ImageOffer() {}

    /// @param image as documents write it
    static Offer of(String image) {
        String name = name(image);
        String container = "name: " + name + "\nimage: " + image;
        Map<Lane, String> yaml = new LinkedHashMap<>();
        yaml.put(Lane.SERVICES, container);
        yaml.put(Lane.ONBOOT, container);
        yaml.put(Lane.ONSHUTDOWN, container);
        yaml.put(Lane.INIT, image);
        yaml.put(Lane.VOLUMES, container + "\nreadonly: true");
        return new Offer(name, yaml);
    }

    /// The last word of its repository, in the letters that names may have.
    static String name(String image) {
        String plain = image.replaceFirst("@.*", "");
        String last = plain.substring(plain.lastIndexOf('/') + 1).replaceFirst(":.*", "");
        String name = last.replaceAll("[^A-Za-z0-9_-]", "-").replaceFirst("^-+", "");
        return name.isEmpty() ? "image" : name;
    }
}
