package dev.lamina.app.studio.palette;

import java.util.Optional;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The keys of the palette. From the field the arrows choose an entry and Enter adds it, so that nobody has to leave
/// it; in the list Enter adds or opens, Left closes and Right opens.
final class ListKeys {
    private final ListView<PaletteRow> list;
    private final PaletteViewModel model;

    private ListKeys(ListView<PaletteRow> list, PaletteViewModel model) {
        this.list = list;
        this.model = model;
    }

    static void install(TextField field, ListView<PaletteRow> list, PaletteViewModel model) {
        ListKeys keys = new ListKeys(list, model);
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> keys.inField(field, event));
        list.addEventFilter(KeyEvent.KEY_PRESSED, keys::inList);
    }

    private void inField(TextField field, KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> choose(1);
            case UP -> choose(-1);
            case ENTER -> addChosen();
            case ESCAPE -> field.clear();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void inList(KeyEvent event) {
        Optional<PaletteRow> row = Optional.ofNullable(list.getSelectionModel().getSelectedItem());
        if (row.isEmpty()) {
            return;
        }
        boolean done = switch (row.get()) {
            case PaletteRow.Heading heading -> heading(heading, event.getCode());
            case PaletteRow.Item item -> item(item, event.getCode());
            case PaletteRow.Note note -> false;
        };
        if (done) {
            event.consume();
        }
    }

    private boolean heading(PaletteRow.Heading heading, KeyCode code) {
        boolean toggles = code == KeyCode.ENTER
                || code == KeyCode.SPACE
                || (code == KeyCode.RIGHT && !heading.open())
                || (code == KeyCode.LEFT && heading.open());
        if (toggles) {
            model.toggle(heading.group());
        }
        return toggles;
    }

    private boolean item(PaletteRow.Item item, KeyCode code) {
        if (code == KeyCode.ENTER) {
            model.add(item.entry(), Optional.empty());
            return true;
        }
        return false;
    }

    /// The next entry that is one; headings and notes are passed over.
    private void choose(int step) {
        int index = list.getSelectionModel().getSelectedIndex() + step;
        while (index >= 0 && index < list.getItems().size()) {
            if (list.getItems().get(index) instanceof PaletteRow.Item) {
                list.getSelectionModel().select(index);
                list.scrollTo(Math.max(0, index - 3));
                return;
            }
            index += step;
        }
    }

    private void addChosen() {
        if (list.getSelectionModel().getSelectedItem() instanceof PaletteRow.Item item) {
            model.add(item.entry(), Optional.empty());
        }
    }
}
