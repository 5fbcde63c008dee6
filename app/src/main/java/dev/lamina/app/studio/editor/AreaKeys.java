package dev.lamina.app.studio.editor;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
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
            case ENTER -> opens() || apply(Indenting.enter(model.shown(), area.from(), area.to()));
            case TAB ->
                tab(
                        event.isShiftDown()
                                ? Indenting.untab(model.shown(), area.from(), area.to())
                                : Indenting.tab(model.shown(), area.from(), area.to()));
            case BACK_SPACE -> area.from() == area.to() && backspace();
            case HOME -> home(event.isShiftDown());
            default -> false;
        };
    }

    /// Whether the caret is in words that stand for a part of a line; that is shown now.
    private boolean opens() {
        boolean within = model.signs().stream().anyMatch(sign -> sign.from() < area.from() && area.to() < sign.to());
        return within && model.open(area.from());
    }

    /// All of the lines is written anew, so all of them must be there.
    private boolean tab(Typed typed) {
        TextChange change = typed.change();
        if (area.from() < area.to() && model.hides(change.at(), change.end())) {
            model.refuse();
            return true;
        }
        return apply(typed);
    }

    private boolean backspace() {
        Optional<Typed> typed = Indenting.backspace(model.shown(), area.from());
        typed.ifPresent(area::apply);
        return typed.isPresent();
    }

    private boolean home(boolean selecting) {
        int caret = area.getCaretPosition();
        int home = Indenting.home(model.shown(), caret);
        area.selectRange(selecting ? area.getAnchor() : home, home);
        area.requestFollowCaret();
        return true;
    }

    private boolean apply(Typed typed) {
        area.apply(typed);
        return true;
    }

    void toggleComment() {
        lines(lines -> Optional.of(lines.toggleComment()));
    }

    void duplicate() {
        lines(lines -> Optional.of(lines.duplicate()));
    }

    void moveUp() {
        lines(WholeLines::moveUp);
    }

    void moveDown() {
        lines(WholeLines::moveDown);
    }

    private void lines(Function<WholeLines, Optional<Typed>> change) {
        WholeLines lines = WholeLines.of(model.shown(), area.getAnchor(), area.getCaretPosition());
        change.apply(lines).ifPresent(typed -> {
            TextChange made = typed.change();
            if (model.hides(lines.start(), lines.end()) || model.hides(made.at(), made.end())) {
                model.refuse();
            } else {
                area.apply(typed);
            }
        });
    }

    /// Shows more of the line that the caret is in: what is next to it.
    void showMore() {
        int caret = area.getCaretPosition();
        int start = Indenting.lineStart(model.shown(), caret);
        int end = Indenting.lineEnd(model.shown(), caret);
        model.signs().stream()
                .filter(sign -> start <= sign.from() && sign.to() <= end)
                .min(Comparator.comparingInt(
                        sign -> Math.min(Math.abs(sign.from() - caret), Math.abs(sign.to() - caret))))
                .ifPresent(sign -> model.open(caret <= sign.from() ? sign.from() : sign.to()));
    }
}
