package dev.lamina.app.studio.session;

import dev.lamina.model.value.ImageRef;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Offers for what is known by a word alone: the name of an image, the path of a file.
public final class PlainOffers {
    private static final int LONGEST = 300;
    private static final String WORD = "[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*";
    private static final Pattern IMAGE = Pattern.compile("(?:[A-Za-z0-9.-]+(?::\\d{1,5})?/)?" + WORD + "(?:/" + WORD
            + ")*(?::[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(?:@sha256:[0-9a-f]{64})?");
    private static final Pattern PATH = Pattern.compile("/[^\\s\\x00-\\x1f\"']*[^\\s\\x00-\\x1f\"'/]");

    private PlainOffers() {}

    /// Whether a text can be the name of an image, a single word as well.
    public static boolean isImage(String text) {
        return text.length() <= LONGEST && IMAGE.matcher(text).matches();
    }

    /// Whether a text is so much the name of an image that it can hardly be something else: with a tag, a digest or a
    /// registry.
    public static boolean isSurelyImage(String text) {
        return isImage(text) && (text.contains("/") || text.contains(":") || text.contains("@"));
    }

    /// Whether a text is an absolute path of the system.
    public static boolean isPath(String text) {
        return text.length() <= LONGEST && PATH.matcher(text).matches();
    }

    /// A service with an image; also for the other lanes that have images.
    public static Optional<Offer> image(String text) {
        if (!isImage(text)) {
            return Optional.empty();
        }
        String name = name(text);
        String image = PlainText.of(text);
        String container = "name: " + PlainText.of(name) + "\nimage: " + image;
        Map<Lane, String> yaml = new LinkedHashMap<>();
        yaml.put(Lane.SERVICES, container);
        yaml.put(Lane.ONBOOT, container);
        yaml.put(Lane.ONSHUTDOWN, container);
        yaml.put(Lane.VOLUMES, container + "\nreadonly: true");
        yaml.put(Lane.INIT, image);
        yaml.put(Lane.KERNEL, "image: " + image);
        return Optional.of(new Offer(name, yaml));
    }

    /// A file that is empty at first.
    public static Optional<Offer> file(String path) {
        return isPath(path)
                ? Optional.of(Offer.of(
                        path,
                        Lane.FILES,
                        "path: " + PlainText.of(path.substring(1)) + "\ncontents: \"\"\nmode: \"0644\""))
                : Optional.empty();
    }

    /// What a container with an image is usually called: the last word of the image's name.
    public static String name(String image) {
        String repository = ImageRef.parse(image).repository();
        String last = repository.substring(repository.lastIndexOf('/') + 1);
        String name = last.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]+", "-");
        return name.isBlank() ? "image" : name;
    }
}
