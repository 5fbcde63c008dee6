package dev.lamina.app.studio.explain;

import dev.lamina.app.operation.ExplainPart;
import dev.lamina.app.operation.ExplainPart.Explained;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.session.Place;
import dev.lamina.model.Composition;
import dev.lamina.model.value.ImageRef;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What the selected component is for, and the way through all components in the order in which they boot.
public final class ExplainViewModel {
    private static final Texts TEXTS = Texts.of(ExplainViewModel.class);

    private final DocumentSession session;
    private final ExplainPart parts;
    private final ReadOnlyObjectWrapper<Optional<Shown>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// @param number of the component in boot order, from 1
    record Shown(Place place, String name, String kind, Explained words, int number, int count) {}

    public ExplainViewModel(DocumentSession session, ExplainPart parts) {
        this.session = session;
        this.parts = parts;
        session.selection().single().subscribe(place -> refresh());
        session.shown().subscribe(document -> refresh());
    }

    ReadOnlyObjectProperty<Optional<Shown>> shown() {
        return shown.getReadOnlyProperty();
    }

    private void refresh() {
        Composition composition = session.composition();
        List<Place> all = Place.all(composition);
        shown.set(session.selection()
                .single()
                .get()
                .filter(all::contains)
                .map(place -> new Shown(
                        place,
                        place.name(composition),
                        TEXTS.get("kind." + place.lane().key()),
                        parts.of(place.lane().key(), image(place, composition)),
                        all.indexOf(place) + 1,
                        all.size())));
    }

    private static Optional<ImageRef> image(Place place, Composition composition) {
        int index = place.index();
        return switch (place.lane()) {
            case KERNEL -> composition.kernel().image();
            case INIT -> Optional.of(composition.init().get(index));
            case ONBOOT -> Optional.of(composition.onboot().get(index).image());
            case SERVICES -> Optional.of(composition.services().get(index).image());
            case ONSHUTDOWN -> Optional.of(composition.onshutdown().get(index).image());
            case VOLUMES, FILES -> Optional.empty();
        };
    }

    /// Selects the next component in boot order, or the one before; begins with the first one.
    ///
    /// @param by 1 or -1
    public void step(int by) {
        List<Place> all = Place.all(session.composition());
        if (all.isEmpty()) {
            return;
        }
        int now = session.selection().single().get().map(all::indexOf).orElse(-1);
        int next = now < 0 ? 0 : Math.clamp(now + (long) by, 0, all.size() - 1);
        session.selection().only(all.get(next));
    }
}
