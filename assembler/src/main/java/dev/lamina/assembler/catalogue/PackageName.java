package dev.lamina.assembler.catalogue;

import dev.lamina.model.problem.Texts;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a description calls its image, in the words of LinuxKit's `build.yml`.
///
/// @param org what comes before the slash: an organization, perhaps with its registry; when the description says it
/// @param tag when the description says it; in it `{{.Hash}}` stands for the hash of what is described
public record PackageName(String image, Optional<String> org, Optional<String> tag) {
    /// The tag of a description that names none: the hash of what it describes.
    public static final String HASH_ALONE = "{{.Hash}}";

    private static final Pattern HASH = Pattern.compile("\\{\\{\\s*\\.Hash\\s*}}");
    /// As registries allow.
    private static final int LONGEST = 255;

    private static final String WORD = "[a-z0-9]+(([._]|__|-+)[a-z0-9]+)*";
    private static final Pattern IMAGE = Pattern.compile(WORD + "(/" + WORD + ")*");
    private static final Pattern ORG = Pattern.compile("([A-Za-z0-9.-]+(:[0-9]+)?/)?" + WORD + "(/" + WORD + ")*");
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,127}");

    /// Reads the keys `image`, `org` and `tag`.
    static PackageName read(Description root) {
        PackageName name = new PackageName(root.text("image"), root.optionalText("org"), root.optionalText("tag"));
        if (name.image.length() > LONGEST || !IMAGE.matcher(name.image).matches()) {
            throw root.wrong(
                    "image",
                    Texts.quote(name.image) + " cannot name an image",
                    Optional.of("small letters and digits, with . _ - between them"));
        }
        if (name.org.isPresent() && !isOrg(name.org.get())) {
            throw root.wrong("org", Texts.quote(name.org.get()) + " cannot stand before the name of an image");
        }
        if (name.tag.isPresent() && !isTag(name.tag.get())) {
            throw root.wrong("tag", Texts.quote(name.tag.get()) + " cannot be a tag");
        }
        return name;
    }

    /// Whether an organization may be called so.
    public static boolean isOrg(String text) {
        return text.length() <= LONGEST && ORG.matcher(text).matches();
    }

    /// Whether that is a tag, or becomes one when the hash is put in.
    public static boolean isTag(String text) {
        return TAG.matcher(filled(text, "0")).matches();
    }

    /// A tag with the hash in its place.
    public static String filled(String tag, String hash) {
        return HASH.matcher(tag).replaceAll(hash);
    }
}
