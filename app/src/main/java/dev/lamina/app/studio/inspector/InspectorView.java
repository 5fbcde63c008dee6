package dev.lamina.app.studio.inspector;

import dev.lamina.app.studio.action.Action;
import dev.lamina.app.studio.action.ActionBuilder;
import dev.lamina.app.studio.action.Keys;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.session.Place;
import java.util.List;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

/// What is selected, with all its values: one component as a form, several in a few words, nothing as the
/// document.
public final class InspectorView {
    private static final Texts TEXTS = Texts.of(InspectorView.class);

    private final InspectorViewModel model;
    private final ComponentView component;
    private final SummaryView summary;
    private final SeveralView several;
    private final BorderPane pane = new BorderPane();
    private final List<Action> actions;
    private Optional<String> awaited = Optional.empty();

    public InspectorView(DocumentSession session, Desk desk) {
        this.model = new InspectorViewModel(session, desk);
        this.summary = new SummaryView(session, new SummaryViewModel(session, desk, model.chosen()).summary());
        this.several = new SeveralView(session, new SeveralViewModel(session, desk, model.chosen()));
        this.component = new ComponentView(
                model,
                new ResolvedView(new ResolvedViewModel(session, desk)),
                new MountsView(new MountsViewModel(session, desk)));
        this.actions = List.of(ActionBuilder.of("inspector.filter", Action.Place.NONE, TEXTS)
                .icon("filter")
                .key("Shortcut+F")
                .whereFocused()
                .does(() -> component.filter().requestFocus()));
        Keys.install(pane, actions);
        pane.getStyleClass().add("inspector");
        pane.setAccessibleRole(AccessibleRole.PARENT);
        pane.setAccessibleText(TEXTS.get("title"));
        pane.setMinWidth(0);
        model.chosen().addListener(changed -> show());
        model.form().addListener(changed -> show());
        session.selection().revealed().addListener((property, before, path) -> {
            awaited = path;
            reveal();
        });
        show();
    }

    private void show() {
        List<Place> chosen = model.chosen().get();
        if (chosen.isEmpty()) {
            set(summary.node());
        } else if (chosen.size() > 1) {
            set(several.node());
        } else if (model.form().get().isPresent()) {
            set(component.node());
            reveal();
        }
    }

    private void set(Node node) {
        if (pane.getCenter() != node) {
            pane.setCenter(node);
        }
    }

    /// Goes where somebody jumped to, as soon as it is shown.
    private void reveal() {
        awaited.flatMap(model::revealed).ifPresent(field -> {
            awaited = Optional.empty();
            component.reveal(field);
        });
    }

    public Node node() {
        return pane;
    }

    /// Below the name of the component, for what another feature knows of it; empty until then.
    public VBox exposure() {
        return component.header().exposure();
    }

    public List<Action> actions() {
        return actions;
    }
}
