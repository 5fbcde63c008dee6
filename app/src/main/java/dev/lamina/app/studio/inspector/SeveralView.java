package dev.lamina.app.studio.inspector;

import atlantafx.base.theme.Styles;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.look.Icons;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.session.Gestures;
import dev.lamina.app.studio.session.Place;
import dev.lamina.model.explain.Explanation;
import dev.lamina.model.explain.Explanations;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// What the inspector shows while several components are selected.
final class SeveralView {
    private static final Texts TEXTS = Texts.of(SeveralView.class);
    private static final int MOST_NAMES = 30;

    private final DocumentSession session;
    private final InspectorViewModel model;
    private final VBox rows = new VBox(10);
    private final ScrollPane scroll = new ScrollPane(rows);

    SeveralView(DocumentSession session, InspectorViewModel model) {
        this.session = session;
        this.model = model;
        rows.getStyleClass().add("inspector-page");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("inspector-scroll");
        model.chosen().addListener(changed -> show());
        session.shown().addListener(changed -> show());
        show();
    }

    private void show() {
        List<Place> places = model.chosen().get().stream()
                .filter(place -> place.exists(session.composition()))
                .toList();
        rows.getChildren().clear();
        if (places.size() < 2) {
            return;
        }
        rows.getChildren().add(Shown.wrapped(TEXTS.get("several.title", places.size()), "pane-title"));
        rows.getChildren().add(Shown.wrapped(Several.words(places), "muted"));
        rows.getChildren().add(actions());
        if (Several.containers(places)) {
            Several.COMMON.forEach(key -> rows.getChildren().add(field(places, key)));
        }
        rows.getChildren().add(names(places));
    }

    private FlowPane actions() {
        Button duplicate = new Button(TEXTS.get("several.duplicate"), Icons.of("duplicate", 14));
        duplicate.getStyleClass().add(Styles.SMALL);
        duplicate.setOnAction(event -> session.apply(
                document -> Gestures.duplicate(document, model.chosen().get())));
        Button delete = new Button(TEXTS.get("several.delete"), Icons.of("delete", 14));
        delete.getStyleClass().add(Styles.SMALL);
        delete.setOnAction(event -> session.apply(
                document -> Gestures.delete(document, model.chosen().get())));
        FlowPane pane = new FlowPane(6, 6, duplicate, delete);
        pane.setPrefWrapLength(0);
        pane.setMinWidth(0);
        return pane;
    }

    private VBox field(List<Place> places, String key) {
        String title = TEXTS.get("field.container." + key);
        Label label = Shown.wrapped(title, "inspector-title");
        Optional<Boolean> common = Several.common(session.composition(), places, key);
        ToggleButton on = choice(places, key, title, "several.on", Optional.of(true));
        on.setSelected(common.equals(Optional.of(true)));
        ToggleButton off = choice(places, key, title, "several.off", Optional.of(false));
        off.setSelected(common.equals(Optional.of(false)));
        ToggleButton unset = choice(places, key, title, "several.default", Optional.empty());
        String summary =
                Explanations.key("services." + key).map(Explanation::summary).orElse("");
        return new VBox(4, label, choices(on, off, unset), Shown.wrapped(summary, "muted", "inspector-small"));
    }

    private static FlowPane choices(ToggleButton... buttons) {
        FlowPane pane = new FlowPane(4, 4, buttons);
        pane.setPrefWrapLength(0);
        pane.setMinWidth(0);
        return pane;
    }

    private ToggleButton choice(List<Place> places, String key, String title, String words, Optional<Boolean> value) {
        ToggleButton button = new ToggleButton(TEXTS.get(words));
        button.getStyleClass().add(Styles.SMALL);
        button.setMinWidth(0);
        button.setAccessibleText(TEXTS.get("truth.accessible", title, TEXTS.get(words)));
        button.setTooltip(new javafx.scene.control.Tooltip(button.getText()));
        button.setOnAction(event -> session.apply(
                document -> new Gestures.Made(Several.set(document.composition(), places, key, value), List.of())));
        return button;
    }

    private VBox names(List<Place> places) {
        VBox names = new VBox(2, Shown.wrapped(TEXTS.get("several.names"), "inspector-part"));
        places.stream().limit(MOST_NAMES).forEach(place -> {
            String name = place.name(session.composition());
            names.getChildren().add(Shown.link(name, () -> session.selection().only(place)));
        });
        if (places.size() > MOST_NAMES) {
            names.getChildren().add(Shown.wrapped(TEXTS.get("several.more", places.size() - MOST_NAMES), "muted"));
        }
        return names;
    }

    Node node() {
        return scroll;
    }
}
