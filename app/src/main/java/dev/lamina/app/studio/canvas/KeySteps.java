package dev.lamina.app.studio.canvas;

import dev.lamina.app.studio.canvas.Steps.Way;
import dev.lamina.app.studio.session.Place;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The keys that move the focus from card to card and select. What has a name in a menu is an action, see
/// `CanvasActions`.
final class KeySteps {
    private final Viewport viewport;
    private final CanvasFocus focus;
    private final CardFocus cardFocus;
    private final CanvasViewModel model;

    KeySteps(Viewport viewport, CanvasFocus focus, CardFocus cardFocus, CanvasViewModel model) {
        this.viewport = viewport;
        this.focus = focus;
        this.cardFocus = cardFocus;
        this.model = model;
    }

    void install() {
        viewport.pane().addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (!event.isConsumed() && !event.isAltDown() && handle(event)) {
                event.consume();
            }
        });
    }

    private boolean handle(KeyEvent event) {
        if (event.getTarget() instanceof LaneHead head && onHead(event, head)) {
            return true;
        }
        if (event.isShortcutDown() && zoom(event.getCode())) {
            return true;
        }
        return way(event.getCode()).map(way -> go(event, way)).orElseGet(() -> choose(event));
    }

    /// A lane opens and closes by its head.
    private boolean onHead(KeyEvent event, LaneHead head) {
        boolean open = !model.closed().contains(head.lane());
        boolean meant = switch (event.getCode()) {
            case SPACE, ENTER -> true;
            case LEFT -> open;
            case RIGHT -> !open;
            default -> false;
        };
        if (meant) {
            model.toggle(head.lane());
        }
        return meant;
    }

    /// The other keys that keyboards have for what actions do.
    private boolean zoom(KeyCode code) {
        switch (code) {
            case EQUALS, ADD -> viewport.zoom(CanvasActions.STEP);
            case SUBTRACT -> viewport.zoom(1 / CanvasActions.STEP);
            case NUMPAD0 -> viewport.reset();
            case DIGIT1, NUMPAD1 -> viewport.fit();
            default -> {
                return false;
            }
        }
        return true;
    }

    private static Optional<Way> way(KeyCode code) {
        return switch (code) {
            case LEFT, KP_LEFT -> Optional.of(Way.LEFT);
            case RIGHT, KP_RIGHT -> Optional.of(Way.RIGHT);
            case UP, KP_UP -> Optional.of(Way.UP);
            case DOWN, KP_DOWN -> Optional.of(Way.DOWN);
            case HOME -> Optional.of(Way.HOME);
            case END -> Optional.of(Way.END);
            default -> Optional.empty();
        };
    }

    private boolean go(KeyEvent event, Way way) {
        Optional<Place> from = focus.card().get().map(Card::place);
        Optional<Place> to = from.isEmpty() || event.isShortcutDown()
                ? far(way)
                : viewport.steps().from(from.get(), way);
        to.ifPresent(place -> {
            if (event.isShiftDown()) {
                focus.extend(place, viewport.steps());
            } else {
                focus.to(place);
            }
            viewport.show(place);
            cardFocus.request();
        });
        return true;
    }

    private Optional<Place> far(Way way) {
        return switch (way) {
            case LEFT, UP, RIGHT, DOWN, HOME -> viewport.steps().first();
            case END -> viewport.steps().last();
        };
    }

    private boolean choose(KeyEvent event) {
        Optional<Place> at = focus.card().get().map(Card::place);
        return switch (event.getCode()) {
            case SPACE -> {
                at.ifPresent(focus::toggle);
                yield at.isPresent();
            }
            case ENTER -> {
                at.ifPresent(focus::choose);
                yield at.isPresent();
            }
            case ESCAPE -> {
                boolean any = !focus.selected().isEmpty();
                focus.chooseNone();
                yield any;
            }
            default -> false;
        };
    }
}
