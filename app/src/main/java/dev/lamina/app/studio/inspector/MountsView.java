package dev.lamina.app.studio.inspector;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.model.mount.MountNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What the container sees where, as the kernel will have it, from the root inwards.
final class MountsView {
    private static final Texts TEXTS = Texts.of(MountsView.class);
    private static final double INDENT = 14;

    private final MountsViewModel model;
    private final VBox rows = new VBox(8);
    private final VBox box;

    MountsView(MountsViewModel model) {
        this.model = model;
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("inspector-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        box = new VBox(6, Shown.wrapped(TEXTS.get("mounts.about"), "muted", "inspector-small"), scroll);
        box.getStyleClass().add("inspector-page");
        model.root().subscribe(this::show);
    }

    private void show(Optional<MountNode> root) {
        List<Node> all = new ArrayList<>();
        root.ifPresent(node -> add(node, 0, all));
        rows.getChildren().setAll(all);
    }

    private static void add(MountNode node, int depth, List<Node> all) {
        all.add(row(node, depth));
        node.children().forEach(child -> add(child, depth + 1, all));
    }

    private static VBox row(MountNode node, int depth) {
        Label target = Shown.wrapped(node.target(), "mono", "inspector-title");
        VBox row = new VBox(1, target);
        row.getChildren()
                .add(Shown.wrapped(
                        TEXTS.get(
                                "mounts.what",
                                node.type(),
                                node.source(),
                                node.options().isEmpty() ? "" : " (" + String.join(", ", node.options()) + ")"),
                        "inspector-small"));
        row.getChildren().add(Shown.wrapped(TEXTS.get("mounts.by", node.by()), "muted", "inspector-small"));
        node.spread()
                .map(spread -> Shown.wrapped(spread.meaning(), "muted", "inspector-small"))
                .ifPresent(row.getChildren()::add);
        node.hiddenBy()
                .map(over -> Shown.wrapped(TEXTS.get("mounts.hidden", over), "inspector-small", "inspector-warning"))
                .ifPresent(row.getChildren()::add);
        node.notes()
                .forEach(note -> row.getChildren()
                        .add(Shown.wrapped(note, "inspector-small", node.missing() ? "inspector-problem" : "muted")));
        row.getStyleClass().add("inspector-mount");
        if (node.hiddenBy().isPresent()) {
            row.getStyleClass().add("hidden");
        }
        VBox.setMargin(row, new Insets(0, 0, 0, depth * INDENT));
        return row;
    }

    BooleanProperty active() {
        return model.active();
    }

    Node node() {
        return box;
    }
}
