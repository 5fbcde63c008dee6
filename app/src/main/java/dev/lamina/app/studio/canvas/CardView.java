package dev.lamina.app.studio.canvas;

import dev.lamina.app.operation.Vital;
import dev.lamina.app.operation.Vital.State;
import dev.lamina.app.studio.look.Icons;
import dev.lamina.app.studio.session.Lane;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.CacheHint;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// One card. Of few nodes, as there may be hundreds: seen from far away it has only an icon and its title.
final class CardView extends Region {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass FAR = PseudoClass.getPseudoClass("far");
    private static final PseudoClass DIMMED = PseudoClass.getPseudoClass("dimmed");
    private static final PseudoClass MATCH = PseudoClass.getPseudoClass("match");
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass DRAGGED = PseudoClass.getPseudoClass("dragged");
    private static final PseudoClass ASIDE = PseudoClass.getPseudoClass("aside");
    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");
    private static final double ICON = 16;

    private final CardText words;
    private final Label title = new Label();
    private final CardPlan plan;
    private Card card;
    private boolean far;
    private boolean selected;
    private Node icon;
    private @Nullable CardDetails details;
    private final CardLight light;
    private Optional<Vital> vital = Optional.empty();

    CardView(Card card, boolean far, Metrics metrics, CardText words) {
        this.words = words;
        this.plan = new CardPlan(metrics);
        this.light = new CardLight(metrics);
        this.card = card;
        this.icon = Icons.of(card.icon(), ICON);
        getStyleClass().add("canvas-card");
        title.getStyleClass().add("card-title");
        title.setTextOverrun(OverrunStyle.ELLIPSIS);
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        setFocusTraversable(false); // see LaneView: one card of each lane is a stop of the Tab key
        setPrefSize(metrics.cardWidth(), metrics.cardHeight());
        setManaged(false);
        setCache(true);
        setCacheHint(CacheHint.QUALITY);
        this.far = !far;
        setFar(far);
    }

    Card card() {
        return card;
    }

    /// Shows the component as it is now.
    void show(Card now) {
        if (now.equals(card)) {
            return;
        }
        if (!now.icon().equals(card.icon())) {
            icon = Icons.of(now.icon(), ICON);
        }
        card = now;
        fill();
    }

    boolean far() {
        return far;
    }

    /// Seen from far away there is no room for more than a title.
    void setFar(boolean now) {
        if (far != now) {
            far = now;
            pseudoClassStateChanged(FAR, now);
            fill();
        }
    }

    private void fill() {
        Lane lane = card.place().lane();
        getStyleClass().removeIf(name -> name.startsWith("lane-"));
        getStyleClass().add("lane-" + lane.key());
        title.setText(title());
        setAccessibleText(words.spoken(card, vital));
        List<Node> children = new ArrayList<>(List.of(icon, title, light.node()));
        details = far ? null : new CardDetails(card);
        Optional.ofNullable(details).ifPresent(there -> children.addAll(there.nodes()));
        explain();
        getChildren().setAll(children);
        requestLayout();
    }

    /// With its number where the order is that of running.
    private String title() {
        return switch (card.place().lane()) {
            case ONBOOT, ONSHUTDOWN -> (card.place().index() + 1) + " · " + card.title();
            case KERNEL, INIT, SERVICES, VOLUMES, FILES -> card.title();
        };
    }

    @Override
    protected void layoutChildren() {
        CardDetails there = details;
        if (there == null) {
            plan.placeFar(icon, title);
        } else {
            plan.place(icon, title, there);
        }
        light.place(getWidth());
    }

    void setSelected(boolean now) {
        if (selected != now) {
            selected = now;
            pseudoClassStateChanged(SELECTED, now);
            notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTED);
        }
    }

    /// How it is in the machine that runs; empty while none does.
    void setVital(Optional<Vital> now) {
        if (!now.equals(vital)) {
            vital = now;
            pseudoClassStateChanged(LIT, now.isPresent());
            light.show(now);
            for (State state : State.values()) {
                pseudoClassStateChanged(
                        CardLight.pseudoClass(state),
                        now.filter(there -> there.state() == state).isPresent());
            }
            setAccessibleText(words.spoken(card, vital));
            explain();
            requestLayout();
        }
    }

    private void explain() {
        Optional.ofNullable(details)
                .ifPresent(there -> there.explain(
                        vital.filter(Vital::failed).map(Vital::reason).orElse("")));
    }

    /// Another card is in the spotlight.
    void setAside(boolean now) {
        pseudoClassStateChanged(ASIDE, now);
    }

    void setDragged(boolean now) {
        pseudoClassStateChanged(DRAGGED, now);
    }

    /// As a search wants it.
    ///
    /// @param match whether it was found
    /// @param current whether the user is at it
    void setFound(boolean searching, boolean match, boolean current) {
        pseudoClassStateChanged(DIMMED, searching && !match);
        pseudoClassStateChanged(MATCH, searching && match);
        pseudoClassStateChanged(CURRENT, searching && current);
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case SELECTED -> selected;
            case INDEX -> card.place().index();
            case null, default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }
}
