package dev.lamina.app.studio.inspector;

import atlantafx.base.theme.Styles;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.look.Icons;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The OCI runtime spec as a tree.
final class ResolvedView {
    private static final Texts TEXTS = Texts.of(ResolvedView.class);

    private final ResolvedViewModel model;
    private final TreeView<ResolvedNode> tree = new TreeView<>();
    private final Set<String> turned = new HashSet<>();
    private final VBox box;

    ResolvedView(ResolvedViewModel model) {
        this.model = model;
        TextField filter = new TextField();
        filter.setPromptText(TEXTS.get("resolved.filter"));
        filter.setAccessibleText(TEXTS.get("resolved.filter"));
        filter.textProperty().bindBidirectional(model.filter());
        filter.setMinWidth(0);
        HBox.setHgrow(filter, Priority.ALWAYS);
        Button copy = new Button(null, Icons.of("copy", 14));
        copy.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        copy.setTooltip(new Tooltip(TEXTS.get("resolved.copy")));
        copy.setAccessibleText(TEXTS.get("resolved.copy"));
        copy.disableProperty().bind(model.json().isEmpty());
        copy.setOnAction(event -> model.copy());
        HBox tools = new HBox(4, filter, copy);
        tools.setAlignment(Pos.CENTER_LEFT);
        Label message = Shown.wrapped("", "muted", "inspector-small");
        message.textProperty().bind(model.message());
        Shown.when(message, message.textProperty().isNotEmpty());
        tree.setShowRoot(false);
        tree.setCellFactory(view -> new ResolvedCell());
        tree.setAccessibleText(TEXTS.get("resolved.tree"));
        tree.getStyleClass().add("inspector-tree");
        VBox.setVgrow(tree, Priority.ALWAYS);
        box = new VBox(6, tools, message, tree);
        box.getStyleClass().add("inspector-page");
        model.nodes().subscribe(this::show);
    }

    private void show(List<ResolvedNode> nodes) {
        TreeItem<ResolvedNode> root = new TreeItem<>();
        nodes.forEach(node -> root.getChildren().add(item(node, "")));
        root.setExpanded(true);
        tree.setRoot(root);
    }

    /// Opens what was open before; at first all but what one line says as well, and the long list of system
    /// calls.
    private TreeItem<ResolvedNode> item(ResolvedNode node, String above) {
        String path = above + "/" + node.key();
        TreeItem<ResolvedNode> item = new TreeItem<>(node);
        node.children().forEach(child -> item.getChildren().add(item(child, path)));
        boolean big = node.key().equals("seccomp") || !node.value().isEmpty();
        item.setExpanded(big ? turned.contains(path) : !turned.contains(path));
        item.expandedProperty().addListener((property, before, open) -> {
            if (open == big) {
                turned.add(path);
            } else {
                turned.remove(path);
            }
        });
        return item;
    }

    BooleanProperty active() {
        return model.active();
    }

    Node node() {
        return box;
    }
}
