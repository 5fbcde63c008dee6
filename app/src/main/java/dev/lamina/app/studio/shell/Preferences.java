package dev.lamina.app.studio.shell;

import dev.lamina.app.operation.WindowSettings;
import dev.lamina.app.studio.base.Background;
import dev.lamina.app.studio.look.Theme;
import dev.lamina.model.check.Profile;
import java.util.Arrays;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;

/// How the user likes the window. Kept as soon as it changes.
public final class Preferences {
    private static final double SMALLEST = 1;
    private static final double LARGEST = 3;
    private static final double STEP = 0.1;

    private static final double USUAL_WIDTH = 1440;
    private static final double USUAL_HEIGHT = 900;
    private static final double USUAL_LETTERS = 13;

    /// As much larger words are on a wall.
    private static final double PROJECTED = 1.5;

    private final WindowSettings settings;
    private final Background background;
    private final ObjectProperty<Theme> theme;
    private final ObjectProperty<ViewMode> mode;
    private final DoubleProperty scale;
    private final BooleanProperty palette;
    private final BooleanProperty inspector;
    private final BooleanProperty below;
    private final BooleanProperty presenting = new SimpleBooleanProperty();
    private final BooleanProperty lessons = new SimpleBooleanProperty();
    private final BooleanProperty toured;
    private final ObjectProperty<Profile> profile;

    public Preferences(WindowSettings settings, Background background) {
        this.settings = settings;
        this.background = background;
        this.theme = kept(
                "theme", new SimpleObjectProperty<>(theme(settings.get("theme").orElse(""))));
        this.mode = kept(
                "mode",
                new SimpleObjectProperty<>(ViewMode.of(settings.get("mode").orElse(""))));
        this.scale = kept("scale", new SimpleDoubleProperty(clamp(settings.number("scale", 1))));
        this.palette = kept("palette", new SimpleBooleanProperty(shown("palette")));
        this.inspector = kept("inspector", new SimpleBooleanProperty(shown("inspector")));
        this.below = kept("below", new SimpleBooleanProperty(shown("below")));
        boolean seen = settings.get("toured").orElse("").equals("true");
        this.toured = kept("toured", new SimpleBooleanProperty(seen));
        this.profile = kept(
                "profile",
                new SimpleObjectProperty<>(
                        settings.get("profile").flatMap(Profile::parse).orElse(Profile.BASELINE)));
    }

    private boolean shown(String key) {
        return !settings.get(key).orElse("true").equals("false");
    }

    private static Theme theme(String name) {
        return Arrays.stream(Theme.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElse(Theme.SYSTEM);
    }

    private <T, P extends Property<T>> P kept(String key, P property) {
        property.addListener((observable, before, now) -> {
            settings.put(key, String.valueOf(now).toLowerCase(Locale.ROOT));
            save();
        });
        return property;
    }

    private void save() {
        background.files(
                () -> {
                    settings.save();
                    return true;
                },
                saved -> {},
                problem -> {}); // the window works without
    }

    /// How wide the window is to open.
    public double width() {
        return settings.number("width", USUAL_WIDTH);
    }

    public double height() {
        return settings.number("height", USUAL_HEIGHT);
    }

    /// For the next window.
    public void keepSize(double width, double height) {
        settings.put("width", String.valueOf(width));
        settings.put("height", String.valueOf(height));
        save();
    }

    /// Whether lessons stand beside the document.
    public BooleanProperty lessons() {
        return lessons;
    }

    /// Whether the window is shown to a class. It is not kept: the next start is an ordinary one.
    public BooleanProperty presenting() {
        return presenting;
    }

    /// Whether the tour has been offered.
    public BooleanProperty toured() {
        return toured;
    }

    public ObjectProperty<Theme> theme() {
        return theme;
    }

    ObjectProperty<ViewMode> mode() {
        return mode;
    }

    /// Of all text and what is measured by it: 1 to 3.
    public DoubleProperty scale() {
        return scale;
    }

    /// How large letters are, in pixels: as is liked, and larger while the window is shown to a class.
    DoubleBinding letters() {
        return Bindings.createDoubleBinding(
                () -> USUAL_LETTERS * scale.get() * (presenting.get() ? PROJECTED : 1), scale, presenting);
    }

    void scaleBy(int steps) {
        scale.set(clamp(Math.round((scale.get() + steps * STEP) / STEP) * STEP));
    }

    private static double clamp(double value) {
        return Math.clamp(value, SMALLEST, LARGEST);
    }

    BooleanProperty palette() {
        return palette;
    }

    BooleanProperty inspector() {
        return inspector;
    }

    /// The panes under the document.
    BooleanProperty below() {
        return below;
    }

    /// How strict reviews are.
    ObjectProperty<Profile> profile() {
        return profile;
    }
}
