package dev.lamina.app.studio.look;

import java.util.List;
import java.util.stream.Stream;
import javafx.css.CssMetaData;
import javafx.css.FontCssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;
import javafx.scene.text.Font;
import javafx.scene.transform.Scale;

/// An icon that grows with the text around it, and is never smaller than asked for. Always of whole pixels.
final class IconPane extends StackPane {
    private static final double FIELD = 24;

    /// As `look.css` has them.
    private static final double STROKE = 2;

    private static final double USUAL_TEXT = 13;

    private static final CssMetaData<IconPane, Font> FONT = new FontCssMetaData<>("-fx-font", Font.getDefault()) {
        @Override
        public boolean isSettable(IconPane icon) {
            return !icon.font.isBound();
        }

        @Override
        public StyleableProperty<Font> getStyleableProperty(IconPane icon) {
            return icon.font;
        }
    };

    private static final List<CssMetaData<? extends Styleable, ?>> META_DATA = Stream.concat(
                    StackPane.getClassCssMetaData().stream(), Stream.of(FONT))
            .toList();

    private final SimpleStyleableObjectProperty<Font> font = new SimpleStyleableObjectProperty<>(FONT, this, "font");
    private final SVGPath path;
    private final Scale scale = new Scale();
    private final double asked;

    /// @param path on a field of 24 by 24
    IconPane(SVGPath path, double asked) {
        this.path = path;
        this.asked = asked;
        getChildren().add(path);
        path.getTransforms().add(scale);
        path.setManaged(false); // it stands where the field has it, not in the middle of what is drawn
        font.subscribe(text -> fit(text == null ? asked : Math.round(asked * text.getSize() / USUAL_TEXT)));
    }

    private void fit(double wanted) {
        double size = Math.max(asked, wanted);
        scale.setX(size / FIELD);
        scale.setY(size / FIELD);
        path.setLayoutX(sharpening(size));
        path.setLayoutY(sharpening(size));
        setMinSize(size, size);
        setPrefSize(size, size);
        setMaxSize(size, size);
    }

    /// Lines that are an odd number of pixels wide are sharp when they run through the middle of pixels.
    private static double sharpening(double size) {
        return Math.round(STROKE * size / FIELD) % 2 == 1 ? 0.5 : 0;
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return META_DATA;
    }
}
