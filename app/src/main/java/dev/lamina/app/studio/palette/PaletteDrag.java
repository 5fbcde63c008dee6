package dev.lamina.app.studio.palette;

import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.Dragging.Load;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// Drags entries out of the palette. What hangs on the pointer is drawn by whoever takes it.
final class PaletteDrag {
    private final Desk desk;
    private final PaletteViewModel model;
    private final Node palette;

    /// @param palette dropping there means to think better of it
    PaletteDrag(Desk desk, PaletteViewModel model, Node palette) {
        this.desk = desk;
        this.model = model;
        this.palette = palette;
    }

    /// @param entry what the row shows when the drag begins; none for rows that cannot be dragged
    void install(Node row, Supplier<Optional<PaletteEntry>> entry) {
        row.setOnDragDetected(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                entry.get().ifPresent(dragged -> begin(row, dragged));
                event.consume();
            }
        });
    }

    private void begin(Node row, PaletteEntry entry) {
        desk.dragging().load().set(Optional.of(new Load.New(entry.offer())));
        row.startFullDrag();
        // Wherever the button is released, the row is told, after whoever the entry was dropped on.
        row.setOnMouseDragDone(event -> {
            row.setOnMouseDragDone(null);
            end(entry, event);
        });
    }

    private void end(PaletteEntry entry, MouseEvent event) {
        boolean outside = !palette.contains(palette.sceneToLocal(event.getSceneX(), event.getSceneY()));
        desk.dragging().load().set(Optional.empty());
        if (outside) {
            model.used(entry);
        }
    }
}
