package dev.lamina.app.studio.console;

import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.scene.Parent;

/// Measures a console in a window: how long frames take while every cell of the screen changes in each of them, and
/// while a guest prints without end; and how fast that is taken. The toolkit must draw as fast as it can:
/// `-Djavafx.animation.fullspeed=true`.
public final class ConsoleBench extends AnimationTimer {
    private static final int WARM_UP = 60;
    private static final int FRAMES = 240;
    private static final int PIECE = 8192;
    private static final int FLOOD = 100 << 20;
    private static final int MOST_GAPS = 100_000;
    private static final double NANOS = 1e6;

    private final ConsoleView view;
    private final FloodConsole guest = new FloodConsole();
    private final Random random = new Random(7);
    private final byte[][] screens = new byte[8][];
    private double[] gaps = new double[MOST_GAPS];
    private int count;
    private int frame;
    private long before;
    private long flooding;
    private Consumer<Figures> done = figures -> {};
    private Times repaint = new Times(0, 0, 0);

    /// From frame to frame, in milliseconds.
    public record Times(double median, double p99, double longest) {
        static Times of(double[] gaps) {
            double[] sorted = gaps.clone();
            Arrays.sort(sorted);
            int last = sorted.length - 1;
            return new Times(sorted[sorted.length / 2], sorted[last * 99 / 100], sorted[last]);
        }
    }

    /// @param repaint while all cells change in each frame
    /// @param flood while a guest prints without end
    /// @param megabytes taken in a second meanwhile
    public record Figures(Times repaint, Times flood, double megabytes, int columns, int rows) {}

    public ConsoleBench(DocumentSession session, Desk desk) {
        this.view = new ConsoleView(session, desk);
    }

    /// To be put into a window.
    public Parent node() {
        return (Parent) view.node();
    }

    /// @param done gets what was measured, on the thread of the window
    public void start(Consumer<Figures> done) {
        this.done = done;
        view.model().connect(guest);
        start();
    }

    @Override
    public void handle(long pulse) {
        long now = System.nanoTime();
        if (frame == WARM_UP) {
            prepare();
        }
        if (frame > 2 * WARM_UP && count < MOST_GAPS) {
            gaps[count++] = (now - before) / NANOS;
        }
        before = now;
        frame++;
        if (frame < 2 * WARM_UP + FRAMES && frame > WARM_UP) {
            guest.print(screens[frame % screens.length]);
        } else if (flooding == 0 && frame > WARM_UP) {
            repaint = Times.of(Arrays.copyOf(gaps, count));
            count = 0;
            flooding = now;
            guest.flood(base64(), FLOOD / PIECE);
        } else if (view.model().connection().orElseThrow().drained()) {
            stop();
            done.accept(figures(now));
        }
    }

    private Figures figures(long now) {
        return new Figures(
                repaint,
                Times.of(Arrays.copyOf(gaps, Math.max(1, count))),
                FLOOD / ((now - flooding) / 1e3),
                columns(),
                view.model().viewing().rows());
    }

    private int columns() {
        return view.model().terminal().orElseThrow().screen().columns();
    }

    /// Screens full of letters in many colours, each word in another.
    private void prepare() {
        for (int i = 0; i < screens.length; i++) {
            StringBuilder text = new StringBuilder("\033[H");
            for (int row = 0; row < view.model().viewing().rows(); row++) {
                text.append("\033[").append(row + 1).append(";1H");
                for (int column = 0; column + 10 <= columns(); column += 10) {
                    text.append("\033[38;5;").append(random.nextInt(256)).append('m');
                    random.ints(10, '!', '~').forEach(text::appendCodePoint);
                }
            }
            screens[i] = text.toString().getBytes(StandardCharsets.US_ASCII);
        }
    }

    private byte[] base64() {
        byte[] bytes = new byte[PIECE];
        random.nextBytes(bytes);
        byte[] text = Base64.getMimeEncoder(76, new byte[] {'\r', '\n'}).encode(bytes);
        return Arrays.copyOf(text, PIECE);
    }
}
