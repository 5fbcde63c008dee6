package dev.lamina.app.studio.look;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;

/// The icons of the module `icons`: strokes on a field of 24 by 24, coloured by the style sheets (`.icon`).
public final class Icons {
    private static final String FOLDER = "/dev/lamina/icons/";
    private static final double FIELD = 24;

    /// As `look.css` has it.
    private static final double STROKE = 2;

    /// What is shown in place of an icon that there is none of; a test sees to it that this never happens.
    private static final String MISSING = "M4 4h16v16h-16z";

    private static final Pattern PATH = Pattern.compile("\\sd=\"([^\"]*)\"");
    private static final Map<String, String> READ = new ConcurrentHashMap<>();

    private Icons() {}

    /// @param name of a file in the module, without `.svg`
    /// @param size of each side
    public static StackPane of(String name, double size) {
        SVGPath path = new SVGPath();
        path.setContent(READ.computeIfAbsent(name, key -> read(key).orElse(MISSING)));
        path.getStyleClass().add("icon-path");
        path.getTransforms().add(new Scale(size / FIELD, size / FIELD));
        path.setManaged(false); // it stands where the field has it, not in the middle of what is drawn
        path.setLayoutX(sharpening(size));
        path.setLayoutY(sharpening(size));
        StackPane pane = new StackPane(path);
        pane.getStyleClass().add("icon");
        pane.setMinSize(size, size);
        pane.setPrefSize(size, size);
        pane.setMaxSize(size, size);
        pane.setMouseTransparent(true);
        return pane;
    }

    /// Lines that are an odd number of pixels wide are sharp when they run through the middle of pixels.
    private static double sharpening(double size) {
        return Math.round(STROKE * size / FIELD) % 2 == 1 ? 0.5 : 0;
    }

    public static boolean has(String name) {
        return read(name).isPresent();
    }

    private static Optional<String> read(String name) {
        try (InputStream in = Icons.class.getResourceAsStream(FOLDER + name + ".svg")) {
            if (in == null) {
                return Optional.empty();
            }
            Matcher matcher = PATH.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            StringBuilder content = new StringBuilder();
            while (matcher.find()) {
                content.append(matcher.group(1)).append(' ');
            }
            return Optional.of(content.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
