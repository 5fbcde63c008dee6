package dev.lamina.app.studio.base;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/// The words of one feature: `texts.properties` in its package. What the user reads stands there and nowhere else.
public final class Texts {
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
        return MessageFormat.format(bundle.getString(key), values);
    }

    public boolean has(String key) {
        return bundle.containsKey(key);
    }
}
