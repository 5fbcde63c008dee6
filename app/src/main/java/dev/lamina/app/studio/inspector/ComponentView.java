package dev.lamina.app.studio.inspector;

import dev.lamina.app.studio.base.Texts;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The selected component: what it is, its form, and for a container what it will be.
final class ComponentView {
    private static final Texts TEXTS = Texts.of(ComponentView.class);

    /// The share of the room that the header may always have.
    private static final double HEADER = 0.36;

    /// What it leaves to the form when it needs more, in the size of letters.
    private static final double FORM = 20;

    private final InspectorViewModel model;
    private final Map<FormKind, FormView> forms = new EnumMap<>(FormKind.class);
    private final HeaderView header;
    private final TextField filter = new TextField();
    private final BorderPane form = new BorderPane();
    private final Pages pages = new Pages();
    private final VBox box = new VBox();

    ComponentView(InspectorViewModel model, ResolvedView resolved, MountsView mounts) {
        this.model = model;
        this.header = new HeaderView(model);
        filter.setPromptText(TEXTS.get("filter"));
        filter.setAccessibleText(TEXTS.get("filter"));
        filter.getStyleClass().add("inspector-filter");
        form.setTop(filter);
        pages.add(TEXTS.get("tab.settings"), form);
        resolved.active().bind(pages.add(TEXTS.get("tab.resolved"), resolved.node()));
        mounts.active().bind(pages.add(TEXTS.get("tab.mounts"), mounts.node()));
        VBox.setVgrow(pages.node(), Priority.ALWAYS);
        box.getChildren().addAll(headerScroll(), pages.node());
        filter.textProperty()
                .addListener((property, before, text) ->
                        model.form().get().ifPresent(now -> now.filter().set(text)));
        model.form().addListener((property, before, now) -> now.ifPresent(this::show));
        model.form().get().ifPresent(this::show);
    }

    /// However large the letters are, the form keeps most of the room.
    private ScrollPane headerScroll() {
        Region content = header.node();
        ScrollPane scroll = new ScrollPane(content);
        // What the scroll pane would like to have is the height of lines that do not wrap.
        scroll.prefHeightProperty().bind(content.heightProperty());
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("inspector-scroll");
        scroll.setMinHeight(0);
        model.header().addListener(changed -> scroll.setVvalue(0));
        scroll.maxHeightProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> Math.max(
                                HEADER * box.getHeight(),
                                box.getHeight() - FORM * filter.getFont().getSize()),
                        box.heightProperty(),
                        filter.fontProperty()));
        return scroll;
    }

    private void show(FormModel now) {
        FormView view = forms.computeIfAbsent(now.kind(), kind -> new FormView(now, model::fix));
        now.filter().set(filter.getText());
        form.setCenter(view.node());
        pages.onlyFirst(now.kind() != FormKind.CONTAINER);
    }

    /// Shows a field of the form that is shown.
    void reveal(FieldModel field) {
        pages.first();
        filter.clear();
        model.form()
                .get()
                .flatMap(now -> Optional.ofNullable(forms.get(now.kind())))
                .ifPresent(view -> view.reveal(field));
    }

    TextField filter() {
        return filter;
    }

    HeaderView header() {
        return header;
    }

    Node node() {
        return box;
    }
}
