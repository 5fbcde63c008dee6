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

/// The icons of the module `icons`: strokes on a field of 24 by 24, coloured by the style sheets (`.icon`).
public final class Icons {
    private static final String FOLDER = "/dev/lamina/icons/";

    /// What is shown in place of an icon that there is none of; a test sees to it that this never happens.
    private static final String MISSING = "M4 4h16v16h-16z";

    private static final Pattern PATH = Pattern.compile("\\sd=\"([^\"]*)\"");
    private static final Map<String, String> READ = new ConcurrentHashMap<>();

    private Icons() {}

    /// @param name of a file in the module, without `.svg`
    /// @param size of each side next to text of the usual size; where the text is larger it is larger
    public static StackPane of(String name, double size) {
        SVGPath path = new SVGPath();
        path.setContent(READ.computeIfAbsent(name, key -> read(key).orElse(MISSING)));
        path.getStyleClass().add("icon-path");
        StackPane pane = new IconPane(path, size);
        pane.getStyleClass().add("icon");
        pane.setMouseTransparent(true);
        return pane;
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
