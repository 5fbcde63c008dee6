package dev.lamina.app.studio.canvas;

import java.util.Set;

/// How cards look for what is selected, searched for and dragged.
final class CardDress {
    private final CanvasFocus focus;
    private final CardSearch search;
    private final CardLife life;
    private boolean spotlight;

    CardDress(CanvasFocus focus, CardSearch search, CardLife life) {
        this.focus = focus;
        this.search = search;
        this.life = life;
    }

    /// Whether what is selected stands out, and all else stands back.
    void setSpotlight(boolean now) {
        spotlight = now;
    }

    void dress(CardView view) {
        dress(view, search.ids());
    }

    private void dress(CardView view, Set<Long> found) {
        Card card = view.card();
        view.setSelected(focus.selected().contains(card.place()));
        view.setAside(
                spotlight && !focus.selected().isEmpty() && !focus.selected().contains(card.place()));
        boolean current =
                search.current().get().filter(at -> at.id() == card.id()).isPresent();
        view.setVital(life.of(card.place()));
        view.setFound(search.active(), found.contains(card.id()), current);
    }

    void dressAll(Iterable<CardView> views) {
        Set<Long> found = search.ids();
        views.forEach(view -> dress(view, found));
    }
}
