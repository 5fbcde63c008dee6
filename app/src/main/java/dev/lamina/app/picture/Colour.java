package dev.lamina.app.picture;

import java.util.Locale;

/// A colour of a picture.
///
/// @param rgb e.g. `0x24292f`
record Colour(int rgb) {
    int red() {
        return rgb >> 16 & 0xff;
    }

    int green() {
        return rgb >> 8 & 0xff;
    }

    int blue() {
        return rgb & 0xff;
    }

    /// For example `#24292f`.
    String hex() {
        return String.format(Locale.ROOT, "#%06x", rgb);
    }
}
