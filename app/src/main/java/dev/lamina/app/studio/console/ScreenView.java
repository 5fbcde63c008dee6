package dev.lamina.app.studio.console;

import dev.lamina.app.studio.base.Background;
import dev.lamina.app.studio.base.Showing;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.look.Probe;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.stage.Window;

/// The screen: a canvas that is as large as its place. It has the keyboard while it has the focus.
final class ScreenView extends Region {
    private static final Texts TEXTS = Texts.of(ScreenView.class);

    /// While the window is dragged larger, lines are not broken anew at each step.
    private static final Duration RESIZING = Duration.ofMillis(120);

    private static final int FEWEST_COLUMNS = 20;

    private final ConsoleViewModel console;
    private final Background background;
    private final ZoneId zone;
    private final Canvas canvas = new Canvas();
    private final Text usual = new Text("0");
    private final Probe area = new Probe("console-area");
    private final Region ring = new Region();
    private final Pulse pulse;
    private final Showing showing;
    private final ReadOnlyObjectWrapper<Optional<Frame>> frame = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<ScreenPainter> painter = Optional.empty();
    private Background.Job resizing = () -> {};
    private BooleanSupplier eachFrame = () -> false;

    ScreenView(ConsoleViewModel console, Background background, ZoneId zone) {
        this.console = console;
        this.background = background;
        this.zone = zone;
        this.pulse = new Pulse(background, this::paint);
        canvas.setManaged(false);
        canvas.setMouseTransparent(true);
        usual.setManaged(false);
        usual.setVisible(false);
        ring.setManaged(false);
        ring.setMouseTransparent(true);
        ring.getStyleClass().add("console-ring");
        getChildren().addAll(area.node(), usual, canvas, ring);
        getStyleClass().add("console-screen");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT_AREA);
        setAccessibleRoleDescription(TEXTS.get("screen.role"));
        showing = new Showing(this);
        showing.seen().subscribe(this::ask);
        focusedProperty().subscribe(this::ask);
        area.whenChanged(this::redress);
        usual.fontProperty().subscribe(this::redress);
        console.zoom().factor().subscribe(this::redress);
        sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::outputScaleXProperty)
                .subscribe(this::redress);
        console.timestamps().subscribe(this::measure);
        console.standing().subscribe(this::ask);
        console.whenChanged(this::ask);
    }

    /// Something may have changed that is shown. Any thread may say so.
    void ask() {
        pulse.ask();
    }

    /// @param task done after each frame; whether it wants another one
    void eachFrame(BooleanSupplier task) {
        eachFrame = task;
    }

    /// What is shown.
    ReadOnlyObjectProperty<Optional<Frame>> frame() {
        return frame.getReadOnlyProperty();
    }

    /// The font or the colours are others.
    private void redress() {
        painter = Optional.empty();
        measure();
        ask();
    }

    private ScreenPainter painter() {
        ScreenPainter now = painter.orElseGet(() -> {
            CellFont font = new CellFont(
                    usual.getFont().getSize() * console.zoom().factor().get(), pixels());
            ScreenPainter made = new ScreenPainter(canvas, font, Palette.on(areaColour()));
            made.forget();
            return made;
        });
        painter = Optional.of(now);
        return now;
    }

    private double pixels() {
        Scene scene = getScene();
        return scene == null || scene.getWindow() == null
                ? 1
                : scene.getWindow().getOutputScaleX();
    }

    private int areaColour() {
        Color colour = area.colour(Color.WHITE);
        return (int) Math.round(colour.getRed() * 255) << 16
                | (int) Math.round(colour.getGreen() * 255) << 8
                | (int) Math.round(colour.getBlue() * 255);
    }

    @Override
    protected void layoutChildren() {
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            ring.resize(getWidth(), getHeight());
            painter.ifPresent(ScreenPainter::forget);
            measure();
            ask();
        }
    }

    /// How many cells there is room for.
    private void measure() {
        if (getScene() == null || getWidth() < 1) {
            return;
        }
        CellFont font = painter().font();
        int columns = (int) ((getWidth() - left() - ScreenPainter.MARGIN) / font.width());
        int rows = Math.max(1, (int) ((getHeight() - 2 * ScreenPainter.MARGIN) / font.height()));
        console.viewing().rows(rows);
        resizing.cancel();
        resizing = background.later(RESIZING, () -> console.resize(Math.max(FEWEST_COLUMNS, columns), rows));
        ask();
    }

    private double left() {
        double gutter =
                console.timestamps().get() ? Looks.GUTTER * painter().font().width() : 0;
        return ScreenPainter.MARGIN + gutter;
    }

    /// @return whether more is to be painted in the next frame
    private boolean paint() {
        if (!showing.seen().get() || getWidth() < 1) {
            return false;
        }
        Optional<Frame> now = console.look();
        ScreenPainter brush = painter();
        Looks looks = new Looks(brush.palette(), zone);
        List<Look> wanted =
                now.map(some -> looks.of(some, console, isFocused())).orElse(List.of());
        int count = brush.paint(wanted, now.map(some -> some.screen().columns()).orElse(0), left());
        if (count > 0) {
            notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        }
        frame.set(now);
        return eachFrame.getAsBoolean();
    }

    /// The place at a point of this view.
    ///
    /// @param between whether the nearest place between two cells is meant, and not the cell at the point
    Spot spot(double x, double y, boolean between) {
        CellFont font = painter().font();
        double cell = (x - left()) / font.width();
        int columns = frame.get().map(some -> some.screen().columns()).orElse(1);
        int column = Math.clamp((int) Math.floor(between ? cell + 0.5 : cell), 0, between ? columns : columns - 1);
        int lines = frame.get().map(some -> some.lines().size()).orElse(1);
        int row = Math.clamp((int) Math.floor((y - ScreenPainter.MARGIN) / font.height()), 0, Math.max(0, lines - 1));
        return new Spot(frame.get().map(Frame::top).orElse(0L) + row, column);
    }

    double cellWidth() {
        return painter().font().width();
    }

    double rowHeight() {
        return painter().font().height();
    }

    /// Where the cursor is: the left end of the bottom of its cell.
    Point2D cursor() {
        CellFont font = painter().font();
        return frame.get()
                .map(some -> new Point2D(
                        left() + some.screen().cursor().column() * font.width(),
                        ScreenPainter.MARGIN + (some.screen().cursor().line() - some.top() + 1) * font.height()))
                .orElse(Point2D.ZERO);
    }

    /// What can be read now, line by line.
    private String visibleText() {
        return frame.get()
                .map(some -> some.lines().stream()
                        .map(line -> line.text().stripTrailing())
                        .collect(Collectors.joining("\n")))
                .orElse("");
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case TEXT -> visibleText();
            case EDITABLE -> false;
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }
}
