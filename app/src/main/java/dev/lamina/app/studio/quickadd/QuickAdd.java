package dev.lamina.app.studio.quickadd;

import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.session.Lane;
import dev.lamina.app.studio.session.Offer;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;

/// Adds components without the mouse: `/`, a few letters, Enter.
public final class QuickAdd {
    private static final String KEY = "/";

    private final QuickAddViewModel model;
    private final QuickAddView view;

    /// @param added is told what was added
    public QuickAdd(DocumentSession session, Entries entries, Consumer<Offer> added) {
        this.model = new QuickAddViewModel(session, entries, added);
        this.view = new QuickAddView(model);
    }

    /// A layer over the canvas, as large as that; seen while it is open.
    public Node node() {
        return view.node();
    }

    /// Asks what to add behind the selected component, or at the end of the lane that it belongs to.
    public void open() {
        view.remember();
        view.atTop();
        model.begin();
    }

    /// Asks what to add to a lane.
    ///
    /// @param index in front of which component
    /// @param x where the mouse is, in the coordinates of the layer
    public void open(Lane lane, int index, double x, double y) {
        view.remember();
        view.at(x, y);
        model.begin(lane, index);
    }

    /// While this part or something in it has the focus, `/` opens quick add, whatever keys make it.
    public void install(Node part) {
        part.addEventHandler(KeyEvent.KEY_TYPED, event -> {
            if (event.getCharacter().equals(KEY) && !model.open().get()) {
                open();
                event.consume();
            }
        });
    }
}
