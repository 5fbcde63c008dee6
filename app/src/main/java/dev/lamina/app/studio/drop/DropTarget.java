package dev.lamina.app.studio.drop;

import dev.lamina.app.studio.session.Place;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/// Takes files and texts that come from the desktop.
public final class DropTarget {
    private final DropViewModel model;
    private final Function<Point2D, Optional<Place>> where;

    private DropTarget(DropViewModel model, Function<Point2D, Optional<Place>> where) {
        this.model = model;
        this.where = where;
    }

    /// @param node what things can be dropped on
    /// @param where in front of which component something comes that is let go at a point of the scene
    public static void install(Node node, DropViewModel model, Function<Point2D, Optional<Place>> where) {
        DropTarget target = new DropTarget(model, where);
        node.setOnDragEntered(target::entered);
        node.setOnDragOver(target::over);
        node.setOnDragExited(event -> model.leave());
        node.setOnDragDropped(target::dropped);
    }

    private void entered(DragEvent event) {
        Dragboard board = event.getDragboard();
        if (board.hasFiles()) {
            model.hover(paths(board));
        } else if (board.hasString()) {
            model.hover(board.getString());
        }
        event.consume();
    }

    private void over(DragEvent event) {
        Dragboard board = event.getDragboard();
        if (board.hasFiles() || board.hasString()) {
            event.acceptTransferModes(TransferMode.COPY);
        }
        event.consume();
    }

    private void dropped(DragEvent event) {
        Dragboard board = event.getDragboard();
        Optional<Place> place = where.apply(new Point2D(event.getSceneX(), event.getSceneY()));
        if (board.hasFiles()) {
            model.drop(paths(board), place);
        } else if (board.hasString()) {
            model.drop(board.getString(), place);
        }
        event.setDropCompleted(board.hasFiles() || board.hasString());
        event.consume();
    }

    private static List<Path> paths(Dragboard board) {
        return board.getFiles().stream().map(File::toPath).toList();
    }
}
