package dev.lamina.app.studio.session;

import dev.lamina.model.yaml.Quoting;
import java.util.regex.Pattern;

/// Texts as YAML on one line: as they are where every parser takes them for a text, else in quotes.
public final class PlainText {
    private static final Pattern SAFE = Pattern.compile("[A-Za-z/][A-Za-z0-9_./@+-]*(:[A-Za-z0-9_./@+-]+)*");

    private PlainText() {}

    public static String of(String text) {
        return SAFE.matcher(text).matches() && !Quoting.isNeeded(text) ? text : Quoting.quoted(text);
    }
}
