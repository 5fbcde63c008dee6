package dev.lamina.app.studio.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.app.studio.session.Lane;
import dev.lamina.app.studio.testing.Sessions;
import dev.lamina.app.studio.testing.Window;
import dev.lamina.model.check.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class IconsTest {
    private static final Path ICONS = Path.of("..", "icons", "src", "main", "resources", "dev", "lamina", "icons");
    private static final Path SOURCES = Path.of("src", "main", "java");

    /// What stands in `Icons.of(…, 16)` and `.icon(…)`.
    private static final Pattern USE = Pattern.compile("(?:Icons\\.of|\\.icon)\\(([^;{},)]*)[,)]");

    /// Whole names; not beginnings of names that are put together.
    private static final Pattern NAME = Pattern.compile("\"([a-z0-9-]+)\"(?!\\s*\\+)");

    private static final Pattern HEAD = Pattern.compile(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 24 24\" fill=\"none\" stroke=\"currentColor\""
                    + " stroke-width=\"2\" stroke-linecap=\"round\" stroke-linejoin=\"round\">\n"
                    + "(?:  <path d=\"M[MmLlHhVvCcSsQqTtAaZz0-9 .-]*\"/>\n)+</svg>\n");

    @TempDir
    Path home;

    @Test
    void everyLaneHasAnIcon() {
        assertEquals(List.of(), missing(Arrays.stream(Lane.values()).map(lane -> "lane-" + lane.key())));
    }

    @Test
    void everySeverityHasAnIcon() {
        assertEquals(
                List.of(), missing(Arrays.stream(Severity.values()).map(severity -> "severity-" + severity.text())));
    }

    @Test
    void everyBuiltInComponentHasAnIcon() {
        assertEquals(
                List.of(),
                missing(Sessions.operations(home).catalogue().components().stream()
                        .map(component -> "component-" + component.name())));
    }

    @Test
    void everyIconThatTheSourcesNameIsThere() throws IOException {
        TreeSet<String> used = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                USE.matcher(Files.readString(file))
                        .results()
                        .flatMap(use -> NAME.matcher(use.group(1)).results())
                        .forEach(name -> used.add(name.group(1)));
            }
        }
        assertTrue(used.containsAll(List.of("search", "down", "right")), used.toString());
        assertEquals(List.of(), missing(used.stream()));
    }

    @Test
    void everyIconIsWrittenInTheOneForm() throws IOException {
        List<String> others = new ArrayList<>();
        for (Path file : files()) {
            if (!HEAD.matcher(Files.readString(file)).matches()) {
                others.add(file.getFileName().toString());
            }
        }
        assertEquals(List.of(), others);
    }

    /// Strokes reach one further than the path, and one more stays free for the sharpening of small sizes.
    @Test
    void everyIconIsAPathWithinItsField() throws IOException {
        List<String> outside = new ArrayList<>();
        for (Path file : files()) {
            String name = file.getFileName().toString().replace(".svg", "");
            Bounds bounds = Window.call(() -> {
                SVGPath path = (SVGPath) Icons.of(name, 24).getChildren().getFirst();
                return path.getBoundsInLocal();
            });
            boolean within =
                    bounds.getMinX() >= 2 && bounds.getMinY() >= 2 && bounds.getMaxX() <= 22 && bounds.getMaxY() <= 22;
            boolean seen = bounds.getWidth() >= 8 || bounds.getHeight() >= 8;
            if (!within || !seen) {
                outside.add(name + " " + bounds);
            }
        }
        assertEquals(List.of(), outside);
    }

    @Test
    void anIconHasTheSizeThatWasAskedForAndKeepsItsPlaceInTheField() {
        SVGPath path =
                Window.call(() -> (SVGPath) Icons.of("up", 48).getChildren().getFirst());
        Bounds bounds = path.getBoundsInParent();
        assertTrue(bounds.getMinX() > 8 && bounds.getMaxX() < 40 && bounds.getMinY() > 14, bounds.toString());
        assertEquals(24, bounds.getCenterX(), 0.01);
    }

    @Test
    void anIconGrowsWithTheTextAroundItAndIsNeverSmallerThanAskedFor() {
        assertEquals(16, sizeIn("-fx-font-size: 13px"));
        assertEquals(48, sizeIn("-fx-font-size: 39px"));
        assertEquals(16, sizeIn("-fx-font-size: 10px"));
    }

    private static double sizeIn(String style) {
        return Window.call(() -> {
            StackPane icon = Icons.of("up", 16);
            StackPane root = new StackPane(icon);
            root.setStyle(style);
            new Scene(root);
            root.applyCss();
            return icon.getPrefWidth();
        });
    }

    private static List<String> missing(Stream<String> names) {
        return names.filter(name -> !Icons.has(name)).toList();
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(ICONS)) {
            return files.sorted().toList();
        }
    }
}
