package dev.lamina.app.studio.palette;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.look.Icons;
import dev.lamina.app.studio.session.Lane;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import org.jspecify.annotations.Nullable;

/// The menu of the chosen entry: the lanes into which it can be put.
final class EntryMenu {
    private static final Texts TEXTS = Texts.of(EntryMenu.class);
    private static final int ICON = 16;

    private final PaletteViewModel model;
    private final ContextMenu menu = new ContextMenu();

    private EntryMenu(PaletteViewModel model) {
        this.model = model;
    }

    static void install(ListView<PaletteRow> list, PaletteViewModel model) {
        EntryMenu lanes = new EntryMenu(model);
        list.getSelectionModel().selectedItemProperty().subscribe(lanes::fill);
        list.setContextMenu(lanes.menu);
    }

    private void fill(@Nullable PaletteRow row) {
        menu.getItems().clear();
        if (row instanceof PaletteRow.Item item) {
            item.entry().lanes().forEach(lane -> menu.getItems().add(add(item.entry(), lane)));
        }
    }

    private MenuItem add(PaletteEntry entry, Lane lane) {
        MenuItem item = new MenuItem(
                TEXTS.get("add." + lane.name().toLowerCase(Locale.ROOT)), Icons.of("lane-" + lane.key(), ICON));
        item.setOnAction(event -> model.add(entry, Optional.of(lane)));
        return item;
    }
}
