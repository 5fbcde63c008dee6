package dev.lamina.model.oci;

/// Where a value was given: in the document, or in the label of the container's image.
///
/// @param path the path in the document to point at; inside of a label it begins with that of the image
/// @param subject who says it, in the words of messages: `service web`, `the label of image docker.io/lk/getty:1`
record Origin(String path, String subject) {

    Origin key(String name) {
        return new Origin(path + "." + name, subject);
    }

    Origin element(int index) {
        return new Origin(path + "[" + index + "]", subject);
    }
}
