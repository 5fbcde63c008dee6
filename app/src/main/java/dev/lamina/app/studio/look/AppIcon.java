package dev.lamina.app.studio.look;

import java.net.URL;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;

/// The program's own icon, which the build makes of its drawing. Where it was not made there is none:
/// the window does without.
public final class AppIcon {
    private static final List<Integer> SIZES = List.of(16, 24, 32, 48, 64, 128, 256);

    private AppIcon() {}

    /// For window managers, in all sizes. Reads files.
    public static List<Image> all() {
        return SIZES.stream()
                .map(AppIcon::file)
                .flatMap(Optional::stream)
                .map(file -> new Image(file.toString()))
                .toList();
    }

    /// To stand in the window, as large as `look.css` has it; it appears once it has been read.
    public static Node node() {
        StackPane pane = new StackPane();
        pane.getStyleClass().add("app-icon");
        ImageView view = new ImageView();
        view.setManaged(false); // the place has its size from the style sheet
        view.fitWidthProperty().bind(pane.widthProperty());
        view.setPreserveRatio(true);
        pane.widthProperty().subscribe(width -> {
            if (width.doubleValue() > 0) {
                file(fitting(width.doubleValue() * density(pane)))
                        .map(file -> new Image(file.toString(), true))
                        .ifPresent(view::setImage);
            }
        });
        pane.getChildren().add(view);
        pane.setMouseTransparent(true);
        return pane;
    }

    /// How many pixels a unit of the window has.
    private static double density(Node node) {
        return node.getScene() == null || node.getScene().getWindow() == null
                ? 1
                : node.getScene().getWindow().getOutputScaleX();
    }

    /// Larger ones than needed would be drawn with jagged edges.
    private static int fitting(double pixels) {
        return SIZES.stream()
                .filter(size -> size >= Math.round(pixels))
                .findFirst()
                .orElseGet(SIZES::getLast);
    }

    private static Optional<URL> file(int size) {
        return Optional.ofNullable(AppIcon.class.getResource("/dev/lamina/icons/app/lamina-" + size + ".png"));
    }
}
