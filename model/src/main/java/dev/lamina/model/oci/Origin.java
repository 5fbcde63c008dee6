package dev.lamina.model.oci;

/// Where a value was given.
///
/// @param path the path in the document to point at; inside of a label it begins with that of the image
/// @param subject who says it, in the words of messages: `service web`, `the label of image docker.io/lk/getty:1`
public record Origin(Kind kind, String path, String subject) {

    public enum Kind {
        DOCUMENT,

        /// The `org.mobyproject.config` label of the container's image.
        LABEL,

        /// The configuration of the container's image.
        IMAGE,

        /// Nobody said anything.
        DEFAULT
    }

    public Origin key(String name) {
        return new Origin(kind, path + "." + name, subject);
    }

    public Origin element(int index) {
        return new Origin(kind, path + "[" + index + "]", subject);
    }

    public boolean inDocument() {
        return kind == Kind.DOCUMENT;
    }
}
