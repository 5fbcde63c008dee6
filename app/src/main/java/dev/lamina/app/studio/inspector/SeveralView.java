package dev.lamina.app.studio.inspector;

import atlantafx.base.theme.Styles;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.look.Icons;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.session.Gestures;
import dev.lamina.app.studio.session.Place;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What the inspector shows while several components are selected.
final class SeveralView {
    private static final Texts TEXTS = Texts.of(SeveralView.class);
    private static final int MOST_NAMES = 30;

    /// However large the letters are, the form keeps most of the room.
    private static final double HEADER = 0.4;

    private final DocumentSession session;
    private final SeveralViewModel model;
    private final Map<FormKind, FormView> forms = new EnumMap<>(FormKind.class);
    private final VBox head = new VBox(10);
    private final BorderPane form = new BorderPane();
    private final VBox box = new VBox();

    SeveralView(DocumentSession session, SeveralViewModel model) {
        this.session = session;
        this.model = model;
        head.getStyleClass().add("inspector-page");
        ScrollPane scroll = new ScrollPane(head);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("inspector-scroll");
        scroll.setMinHeight(0);
        // What the scroll pane would like to have is the height of lines that do not wrap.
        scroll.prefHeightProperty().bind(head.heightProperty());
        form.setMinHeight(0);
        form.setPrefHeight(0); // it takes what others leave
        VBox.setVgrow(form, Priority.ALWAYS);
        model.form().subscribe(now -> {
            form.setCenter(now.map(this::form).orElse(null));
            scroll.maxHeightProperty().bind(box.heightProperty().multiply(now.isPresent() ? HEADER : 1));
        });
        box.getChildren().addAll(scroll, form);
        model.places().subscribe(this::show);
    }

    private Node form(FormModel now) {
        return forms.computeIfAbsent(now.kind(), kind -> new FormView(now, finding -> {}))
                .node();
    }

    private void show(List<Place> places) {
        head.getChildren().clear();
        if (places.size() < 2) {
            return;
        }
        head.getChildren()
                .addAll(
                        Shown.wrapped(TEXTS.get("several.title", places.size()), "pane-title"),
                        Shown.wrapped(Several.words(places), "muted"),
                        actions(),
                        names(places));
        if (Several.kind(places).isPresent()) {
            head.getChildren().add(Shown.wrapped(TEXTS.get("several.all"), "muted", "inspector-small"));
        }
    }

    private FlowPane actions() {
        Button duplicate = new Button(TEXTS.get("several.duplicate"), Icons.of("duplicate", 14));
        duplicate.getStyleClass().add(Styles.SMALL);
        duplicate.setOnAction(event -> session.apply(
                document -> Gestures.duplicate(document, model.places().get())));
        Button delete = new Button(TEXTS.get("several.delete"), Icons.of("delete", 14));
        delete.getStyleClass().add(Styles.SMALL);
        delete.setOnAction(event -> session.apply(
                document -> Gestures.delete(document, model.places().get())));
        FlowPane pane = new FlowPane(6, 6, duplicate, delete);
        pane.setPrefWrapLength(0);
        pane.setMinWidth(0);
        return pane;
    }

    private VBox names(List<Place> places) {
        FlowPane links = new FlowPane(10, 2);
        links.setPrefWrapLength(0);
        links.setMinWidth(0);
        VBox names = new VBox(2, Shown.wrapped(TEXTS.get("several.names"), "inspector-part"), links);
        places.stream().limit(MOST_NAMES).forEach(place -> {
            String name = place.name(session.composition());
            links.getChildren().add(Shown.link(name, () -> session.selection().only(place)));
        });
        if (places.size() > MOST_NAMES) {
            names.getChildren().add(Shown.wrapped(TEXTS.get("several.more", places.size() - MOST_NAMES), "muted"));
        }
        return names;
    }

    Node node() {
        return box;
    }
}
