package dev.lamina.app.studio.canvas;

import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.session.Place;
import javafx.collections.SetChangeListener;

/// What the canvas does when the selection or the search changes, whoever changed it.
final class Reaction {
    private final DocumentSession session;
    private final Viewport viewport;
    private final WorldView world;
    private final CardDress dress;
    private final CanvasFocus focus;
    private final CardSearch search;

    Reaction(
            DocumentSession session,
            Viewport viewport,
            WorldView world,
            CardDress dress,
            CanvasFocus focus,
            CardSearch search) {
        this.session = session;
        this.viewport = viewport;
        this.world = world;
        this.dress = dress;
        this.focus = focus;
        this.search = search;
    }

    void install() {
        // All of them: a card that was moved may be the one at a place that was selected before.
        focus.selected().addListener((SetChangeListener<Place>) change -> dress.dressAll(world.views()));
        viewport.layout().subscribe(layout -> dress.dressAll(world.views()));
        session.live().vitals().subscribe(vitals -> dress.dressAll(world.views()));
        session.live().phase().subscribe(phase -> dress.dressAll(world.views()));
        search.found().subscribe(found -> dress.dressAll(world.views()));
        search.current().subscribe(current -> {
            dress.dressAll(world.views());
            current.map(Card::place).ifPresent(viewport::show);
        });
        session.selection()
                .single()
                .subscribe(single -> single.ifPresent(place -> {
                    focus.to(place);
                    viewport.show(place);
                }));
        session.selection().revealed().subscribe(path -> path.flatMap(Place::of).ifPresent(viewport::show));
    }
}
