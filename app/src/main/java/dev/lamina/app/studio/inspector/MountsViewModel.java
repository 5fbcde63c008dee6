package dev.lamina.app.studio.inspector;

import dev.lamina.app.operation.ReviewComposition.Reviewed;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.session.Place;
import dev.lamina.model.mount.MountNode;
import dev.lamina.model.mount.MountPicture;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/// The mounts of the selected container. Made while somebody looks.
final class MountsViewModel {
    private final DocumentSession session;
    private final Desk desk;
    private final BooleanProperty active = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Optional<MountNode>> root = new ReadOnlyObjectWrapper<>(Optional.empty());

    MountsViewModel(DocumentSession session, Desk desk) {
        this.session = session;
        this.desk = desk;
        active.addListener(changed -> refresh());
        session.reviewed().addListener(changed -> refresh());
        session.selection().single().addListener(changed -> refresh());
    }

    /// Whether somebody looks.
    BooleanProperty active() {
        return active;
    }

    /// What is mounted, from the root of the container on.
    ReadOnlyObjectProperty<Optional<MountNode>> root() {
        return root.getReadOnlyProperty();
    }

    private void refresh() {
        Optional<Place> place = session.selection().single().get();
        Optional<Reviewed> reviewed = session.reviewed().get();
        if (active.get() && place.isPresent() && reviewed.isPresent()) {
            desk.background()
                    .compute(
                            () -> picture(reviewed.get(), place.get()),
                            root::set,
                            problem -> session.say(String.valueOf(problem.getMessage())));
        }
    }

    private static Optional<MountNode> picture(Reviewed reviewed, Place at) {
        return InspectorViewModel.container(reviewed, at)
                .map(container ->
                        MountPicture.of(reviewed.system()).of(container).tree());
    }
}
