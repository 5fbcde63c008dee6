package dev.lamina.app.studio.palette;

import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ListView;
import org.jspecify.annotations.Nullable;

/// Keeps a row chosen while the rows around it change, and chooses the best one when somebody searches.
final class KeptChoice {
    private final ListView<PaletteRow> list;
    private final PaletteViewModel model;
    private Optional<PaletteRow> chosen = Optional.empty();
    private String asked = "";

    private KeptChoice(ListView<PaletteRow> list, PaletteViewModel model) {
        this.list = list;
        this.model = model;
    }

    /// After the items of the list were set.
    static void install(ListView<PaletteRow> list, PaletteViewModel model) {
        KeptChoice choice = new KeptChoice(list, model);
        list.getSelectionModel().selectedItemProperty().subscribe(choice::chosen);
        list.getItems().addListener((ListChangeListener<PaletteRow>) change -> choice.restore());
    }

    private void chosen(@Nullable PaletteRow row) {
        if (row == null) {
            return; // the rows change; what was chosen comes back
        }
        chosen = Optional.of(row);
        if (row instanceof PaletteRow.Item item) {
            model.explain(item.entry());
        }
    }

    private void restore() {
        List<PaletteRow> rows = list.getItems();
        if (!asked.equals(model.query().get())) {
            // Another search begins with its own best entry.
            asked = model.query().get();
            chosen = asked.isBlank() ? chosen : Optional.empty();
        }
        if (chosen.isEmpty() && !asked.isBlank()) {
            rows.stream()
                    .filter(PaletteRow.Item.class::isInstance)
                    .findFirst()
                    .ifPresent(first -> choose(rows.indexOf(first)));
            return;
        }
        // From the end: an entry that was just used stands on top as well, and is meant where it was chosen.
        for (int i = rows.size() - 1; i >= 0 && chosen.isPresent(); i--) {
            if (same(rows.get(i), chosen.get())) {
                choose(i);
                return;
            }
        }
    }

    private void choose(int index) {
        list.getSelectionModel().clearAndSelect(index);
    }

    private static boolean same(PaletteRow row, PaletteRow other) {
        return switch (row) {
            case PaletteRow.Heading heading ->
                other instanceof PaletteRow.Heading(Group group, int count, boolean open) && group == heading.group();
            case PaletteRow.Item item ->
                other instanceof PaletteRow.Item(PaletteEntry entry, boolean source)
                        && entry.id().equals(item.entry().id());
            case PaletteRow.Note note -> false;
        };
    }
}
