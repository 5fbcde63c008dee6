package dev.lamina.app.studio.canvas;

import dev.lamina.app.studio.action.Action;
import dev.lamina.app.studio.action.Keys;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.look.Icons;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.session.Place;
import dev.lamina.model.edit.Notes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Insets;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The canvas of one document: its components as cards in lanes, in the order in which they boot.
public final class CanvasView {
    private static final Texts TEXTS = Texts.of(CanvasView.class);
    private static final Insets CORNER = new Insets(12);

    private final DocumentSession session;
    private final CanvasViewModel model;
    private final CanvasFocus focus;
    private final CardSearch search;
    private final WorldView world;
    private final Viewport viewport;
    private final CardFocus cardFocus;
    private final Hover hover;
    private final CanvasMenu cardMenu;
    private final CardDress dress;
    private final MinimapView minimap;
    private final Pane layer = new Pane();
    private final StackPane stack = new StackPane();
    private final VBox root = new VBox();
    private final List<Action> actions = new ArrayList<>();
    private BiConsumer<Place, Point2D> adding = (place, at) -> {};
    private Runnable addingByKey = () -> {};

    public CanvasView(DocumentSession session, Desk desk) {
        this.session = session;
        model = new CanvasViewModel(session, desk.background(), TEXTS, Icons::has, Notes::of);
        focus = new CanvasFocus(model, session.selection());
        search = new CardSearch(model);
        CardLife life = new CardLife(session);
        dress = new CardDress(focus, search, life);
        world = new WorldView(model, dress, TEXTS);
        viewport = new Viewport(model, focus, world);
        cardFocus = new CardFocus(viewport, world, focus);
        cardMenu = new CanvasMenu(viewport);
        minimap = new MinimapView(viewport, model, focus, TEXTS);
        hover = new Hover(viewport, world, model, new CardText(TEXTS), life);
        layer.setPickOnBounds(false);
        installPointer(desk);
        installActions(new CanvasEdits(session, focus, desk.clipboard()));
        new Reaction(session, viewport, world, dress, focus, search).install();
        root.getChildren().setAll(new UnreadableBar(model, TEXTS, session.selection()::revealSpan).node(), stack);
        root.getStyleClass().add("canvas");
        VBox.setVgrow(stack, Priority.ALWAYS);
    }

    private void installPointer(Desk desk) {
        PointerSelect select = new PointerSelect(viewport, focus, cardFocus);
        DragView dragView = new DragView(world, layer, TEXTS);
        new PointerMove(viewport).install();
        new PointerDrag(viewport, world, model, focus, session, desk.dragging(), dragView).install();
        select.install();
        hover.install();
        cardFocus.install();
        new DoubleClick(viewport, session, (place, at) -> adding.accept(place, stack.sceneToLocal(at))).install();
        layer.getChildren().add(select.band());
    }

    private void installActions(CanvasEdits edits) {
        FindView find = new FindView(search, TEXTS, cardFocus::request);
        NameField name = new NameField(layer, TEXTS, cardFocus::request);
        NoteView note = new NoteView(layer, TEXTS, cardFocus::request);
        CardActions cards = new CardActions(
                focus,
                edits,
                TEXTS,
                place -> name.open(inView(place), nameOf(place), meant(place, edits::rename)),
                place -> note.open(
                        inView(place),
                        nameOf(place),
                        model.at(place).flatMap(Card::note).orElse(""),
                        meant(place, edits::note)));
        CanvasActions views = new CanvasActions(viewport, TEXTS, minimap::toggle, find::open, this::add);
        actions.addAll(cards.all());
        actions.addAll(views.all());
        Keys.install(viewport.pane(), actions);
        new KeySteps(viewport, focus, cardFocus, model).install();
        List<List<Action>> menu = new ArrayList<>(cards.groups());
        menu.addFirst(List.of(views.add()));
        cardMenu.install(cardFocus, menu);
        ZoomBar zoom = new ZoomBar(viewport, views.zoomOut(), views.actualSize(), views.zoomIn(), views.fit());
        Region veil = new Region();
        veil.getStyleClass().add("canvas-veil");
        veil.setMouseTransparent(true);
        veil.visibleProperty().bind(model.unreadable().isNotEmpty());
        stack.getChildren().addAll(viewport.pane(), veil, zoom.node(), minimap.node(), find.node(), layer);
        put(zoom.node(), Pos.BOTTOM_LEFT);
        put(minimap.node(), Pos.BOTTOM_RIGHT);
        put(find.node(), Pos.TOP_RIGHT);
        viewport.setFoot(() -> covered(zoom.node()), () -> covered(minimap.node()));
    }

    /// How much of the view something at its lower edge covers.
    private static double covered(Region region) {
        return region.isVisible() ? region.getHeight() + CORNER.getBottom() : 0;
    }

    private String nameOf(Place place) {
        return place.name(session.composition());
    }

    /// For the component that is there now, wherever it is by the time.
    private Consumer<String> meant(Place place, BiConsumer<Place, String> edit) {
        Optional<Card> card = model.at(place);
        return text -> card.flatMap(there -> model.card(there.id())).ifPresent(now -> edit.accept(now.place(), text));
    }

    private static void put(Node node, Pos corner) {
        StackPane.setAlignment(node, corner);
        StackPane.setMargin(node, CORNER);
    }

    /// A card, in sight.
    private Rectangle2D inView(Place place) {
        viewport.show(place);
        return viewport.camera().get().view(viewport.layout().get().card(place));
    }

    private void add() {
        addingByKey.run();
    }

    public Node node() {
        return root;
    }

    public List<Action> actions() {
        return List.copyOf(actions);
    }

    /// What the menu of a card offers while its system runs.
    public void offerWhileRunning(List<Action> actions) {
        cardMenu.setOfRunning(actions);
    }

    /// Whether what is selected stands out, and all else stands back.
    public void spotlight(boolean now) {
        minimap.spare(now);
        dress.setSpotlight(now);
        dress.dressAll(world.views());
    }

    /// Where sheets can be laid over the canvas.
    public StackPane layers() {
        return stack;
    }

    /// A layer above the cards that moves and grows with them; in the coordinates of [#bounds]. It takes no
    /// clicks.
    public Pane aboveCards() {
        return world.above();
    }

    /// Where a card is in [#aboveCards]; empty when it is not shown.
    public Optional<Rectangle2D> bounds(Place place) {
        return model.at(place)
                .filter(card -> viewport.layout().get().lane(place.lane()).open())
                .map(card -> viewport.layout().get().card(place));
    }

    /// Changes whenever cards are at other places.
    public ReadOnlyObjectProperty<?> arrangement() {
        return viewport.layout();
    }

    /// The card that the pointer is on.
    public ReadOnlyObjectProperty<Optional<Place>> hovered() {
        return hover.place();
    }

    /// Who asks what to add.
    ///
    /// @param atPlace when the user points at a place of a lane; with the pointer, in the coordinates of [#layers]
    /// @param byKey when the user does not say where
    public void whenAdding(BiConsumer<Place, Point2D> atPlace, Runnable byKey) {
        adding = atPlace;
        addingByKey = byKey;
    }

    /// In front of which component something comes that is let go at a point of the scene; empty beside the lanes.
    public Optional<Place> placeAt(Point2D scene) {
        Pane pane = viewport.pane();
        Point2D at = pane.sceneToLocal(scene);
        boolean here = pane.getScene() != null && at != null && pane.contains(at);
        return here
                ? Optional.of(DoubleClick.slot(viewport.layout().get(), viewport.world(at.getX(), at.getY())))
                : Optional.empty();
    }

    /// Gives the canvas the focus.
    public void requestFocus() {
        cardFocus.request();
    }

    Viewport viewport() {
        return viewport;
    }

    WorldView world() {
        return world;
    }
}
