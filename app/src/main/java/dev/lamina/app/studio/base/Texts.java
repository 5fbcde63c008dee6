package dev.lamina.app.studio.base;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The words of one feature: `texts.properties` in its package. What the user reads stands there and nowhere else.
public final class Texts {
    /// Numbers are written as the words are, whatever is usual on this computer.
    private static final Locale LANGUAGE = Locale.ENGLISH;

    private final ResourceBundle bundle;

    private Texts(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /// @param feature any class of the package
    public static Texts of(Class<?> feature) {
        return new Texts(ResourceBundle.getBundle(
                feature.getPackageName() + ".texts",
                feature.getModule().isNamed() ? feature.getModule() : Texts.class.getModule()));
    }

    /// @param values for `{0}`, `{1}` and so on, as [MessageFormat] has them
    public String get(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), LANGUAGE).format(values);
    }

    /// What a constant is called in the keys of texts and in style sheets: its name in small letters.
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    public boolean has(String key) {
        return bundle.containsKey(key);
    }
}
