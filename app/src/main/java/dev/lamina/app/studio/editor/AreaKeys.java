package dev.lamina.app.studio.editor;

import java.util.Optional;
import java.util.function.Predicate;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// What the keys do that mean something else in YAML than in a plain text.
final class AreaKeys {
    private final YamlArea area;
    private final EditorViewModel model;

    /// @param first sees every key before the text does; whether it took it
    AreaKeys(YamlArea area, EditorViewModel model, Predicate<KeyEvent> first) {
        this.area = area;
        this.model = model;
        area.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (first.test(event) || take(event)) {
                event.consume();
            }
        });
    }

    private boolean take(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return false;
        }
        return switch (event.getCode()) {
            case ENTER -> apply(Indenting.enter(model.shown(), area.from(), area.to()));
            case TAB ->
                apply(
                        event.isShiftDown()
                                ? Indenting.untab(model.shown(), area.from(), area.to())
                                : Indenting.tab(model.shown(), area.from(), area.to()));
            case BACK_SPACE -> area.from() == area.to() && backspace();
            case HOME -> home(event);
            default -> false;
        };
    }

    private boolean backspace() {
        Optional<Typed> typed = Indenting.backspace(model.shown(), area.from());
        typed.ifPresent(area::apply);
        return typed.isPresent();
    }

    private boolean home(KeyEvent event) {
        int caret = area.getCaretPosition();
        int home = Indenting.home(model.shown(), caret);
        area.selectRange(event.isShiftDown() ? area.getAnchor() : home, home);
        area.requestFollowCaret();
        return event.getCode() == KeyCode.HOME;
    }

    private boolean apply(Typed typed) {
        area.apply(typed);
        return true;
    }

    void toggleComment() {
        area.apply(selected().toggleComment());
    }

    void duplicate() {
        area.apply(selected().duplicate());
    }

    void moveUp() {
        selected().moveUp().ifPresent(area::apply);
    }

    void moveDown() {
        selected().moveDown().ifPresent(area::apply);
    }

    private WholeLines selected() {
        return WholeLines.of(model.shown(), area.getAnchor(), area.getCaretPosition());
    }
}
