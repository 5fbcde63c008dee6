package dev.lamina.app.studio.inspector;

import dev.lamina.app.operation.ResolveContainers;
import dev.lamina.app.operation.ResolveContainers.Resolved;
import dev.lamina.app.operation.ReviewComposition.Reviewed;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.session.Place;
import dev.lamina.model.problem.LaminaException;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What the selected container will be: its OCI runtime spec, each value with its origin. Made while
/// somebody looks.
final class ResolvedViewModel {
    private static final Texts TEXTS = Texts.of(ResolvedViewModel.class);

    private final DocumentSession session;
    private final Desk desk;
    private final BooleanProperty active = new SimpleBooleanProperty();
    private final StringProperty filter = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<List<ResolvedNode>> nodes = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper json = new ReadOnlyStringWrapper("");
    private List<ResolvedNode> all = List.of();

    ResolvedViewModel(DocumentSession session, Desk desk) {
        this.session = session;
        this.desk = desk;
        active.addListener(changed -> refresh());
        session.reviewed().addListener(changed -> refresh());
        session.selection().single().addListener(changed -> refresh());
        filter.addListener(changed -> sift());
    }

    /// Whether somebody looks.
    BooleanProperty active() {
        return active;
    }

    StringProperty filter() {
        return filter;
    }

    ReadOnlyObjectProperty<List<ResolvedNode>> nodes() {
        return nodes.getReadOnlyProperty();
    }

    /// Why there is nothing to see, or what is not known; empty when all is well.
    ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }

    /// The spec as the image will have it; empty when there is none.
    ReadOnlyStringProperty json() {
        return json.getReadOnlyProperty();
    }

    void copy() {
        desk.clipboard().put(json.get());
        session.say(TEXTS.get("resolved.copied"));
    }

    private void refresh() {
        Optional<Place> place = session.selection().single().get();
        Optional<Reviewed> reviewed = session.reviewed().get();
        boolean container = place.flatMap(at -> at.lane().section()).isPresent();
        if (!active.get() || !container || reviewed.isEmpty()) {
            return;
        }
        Place at = place.get();
        desk.background().compute(() -> resolve(reviewed.get(), at), this::show, this::fail);
    }

    private static Optional<Resolved> resolve(Reviewed reviewed, Place at) {
        return InspectorViewModel.container(reviewed, at)
                .flatMap(container -> ResolveContainers.of(reviewed, Optional.of(container.name())).stream()
                        .filter(resolved -> resolved.container().path().equals(at.path()))
                        .findFirst());
    }

    private void show(Optional<Resolved> resolved) {
        json.set(resolved.map(each -> each.files().configJson()).orElse(""));
        all = resolved.map(each -> ResolvedTree.of(each.values())).orElse(List.of());
        message.set(resolved.filter(each -> !each.container().imageKnown())
                .map(each ->
                        TEXTS.get("resolved.unknown", each.container().ref().name()))
                .orElse(""));
        sift();
    }

    private void fail(Exception problem) {
        json.set("");
        all = List.of();
        message.set(
                problem instanceof LaminaException
                        ? TEXTS.get("resolved.problems")
                        : String.valueOf(problem.getMessage()));
        sift();
    }

    private void sift() {
        String wanted = filter.get().strip();
        nodes.set(all.stream().flatMap(node -> node.filtered(wanted).stream()).toList());
    }
}
