package dev.lamina.app.studio.console;

import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The keys of select mode: arrows, Home, End and the page keys move, with Shift they select; Enter copies, Escape
/// ends.
final class SelectKeys {
    private final ConsoleViewModel console;

    SelectKeys(ConsoleViewModel console) {
        this.console = console;
    }

    void pressed(KeyEvent event) {
        Selecting selecting = console.selecting();
        if (event.getCode() == KeyCode.ESCAPE) {
            selecting.clear();
        } else if (event.getCode() == KeyCode.ENTER) {
            console.copy();
            selecting.clear();
        } else {
            selecting
                    .caret()
                    .get()
                    .flatMap(spot -> target(event.getCode(), spot))
                    .ifPresent(spot -> console.moveCaret(spot, event.isShiftDown()));
        }
    }

    private Optional<Spot> target(KeyCode code, Spot spot) {
        int page = Math.max(1, console.viewing().rows() - 1);
        return switch (code) {
            case LEFT ->
                Optional.of(
                        spot.column() > 0
                                ? at(spot.line(), spot.column() - 1)
                                : at(spot.line() - 1, Integer.MAX_VALUE));
            case RIGHT -> Optional.of(at(spot.line(), spot.column() + 1));
            case UP -> Optional.of(at(spot.line() - 1, spot.column()));
            case DOWN -> Optional.of(at(spot.line() + 1, spot.column()));
            case HOME -> Optional.of(at(spot.line(), 0));
            case END -> Optional.of(at(spot.line(), Integer.MAX_VALUE));
            case PAGE_UP -> Optional.of(at(spot.line() - page, spot.column()));
            case PAGE_DOWN -> Optional.of(at(spot.line() + page, spot.column()));
            default -> Optional.empty();
        };
    }

    private static Spot at(long line, int column) {
        return new Spot(line, column);
    }
}
