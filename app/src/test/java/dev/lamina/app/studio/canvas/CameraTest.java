package dev.lamina.app.studio.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

final class CameraTest {
    private final CanvasLayout layout = CanvasLayout.of(Metrics.USUAL, 800, lane -> 9, Set.of());

    @Test
    void zoomingKeepsWhatIsBelowThePointer() {
        Random random = new Random(1);
        Camera camera = Camera.START;
        for (int i = 0; i < 100; i++) {
            Point2D pointer = new Point2D(random.nextDouble(800), random.nextDouble(600));
            Point2D before = camera.world(pointer.getX(), pointer.getY());
            camera = camera.zoomed(0.8 + random.nextDouble(0.45), pointer.getX(), pointer.getY());
            Point2D after = camera.world(pointer.getX(), pointer.getY());
            assertThat(after.distance(before)).isCloseTo(0, within(1e-6));
        }
    }

    @Test
    void theZoomStaysBetweenAQuarterAndThree() {
        assertThat(Camera.START.zoomed(100, 0, 0).zoom()).isEqualTo(3);
        assertThat(Camera.START.zoomed(0.001, 0, 0).zoom()).isEqualTo(0.25);
    }

    @Test
    void theCanvasIsNeverLost() {
        Random random = new Random(2);
        for (int i = 0; i < 200; i++) {
            Camera camera = new Camera(random.nextGaussian() * 5000, random.nextGaussian() * 5000, random.nextDouble(3))
                    .kept(layout, 800, 600, 150);
            Rectangle2D all = new Rectangle2D(0, 0, layout.width(), layout.height());
            assertThat(camera.seen(800, 600).intersects(all)).isTrue();
        }
    }

    @Test
    void showingMovesAsLittleAsItTakes() {
        Rectangle2D part = new Rectangle2D(0, 700, 100, 50);
        Camera shown = Camera.START.showing(part, 800, 600, 0);
        assertThat(shown).isEqualTo(new Camera(0, -150, 1));
        assertThat(shown.showing(part, 800, 600, 0)).isEqualTo(shown);
    }

    @Test
    void theEndOfTheCanvasCanBeMovedAboveWhatLiesOverTheView() {
        for (double height : new double[] {layout.height() / 2, layout.height(), layout.height() + 40}) {
            Camera lowest = new Camera(0, -5000, 1).kept(layout, 800, height, 60);
            assertThat(lowest.view(0, layout.height()).getY()).isCloseTo(height - 60, within(1e-6));
        }
        assertThat(new Camera(0, -5000, 1).kept(layout, 800, layout.height() + 60, 60))
                .isEqualTo(Camera.START);
    }

    @Test
    void aSmallCanvasIsInTheMiddle() {
        Camera camera = new Camera(0, 0, 0.5).kept(layout, 800, 2000, 150);
        assertThat(camera.x()).isEqualTo(200);
    }
}
