package dev.lamina.app.studio.canvas;

import dev.lamina.app.studio.look.Icons;
import dev.lamina.app.studio.look.SeverityIcon;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.Region;

/// What a card shows beside its title when one is near enough to read it.
final class CardDetails {
    private static final double SMALL_ICON = 13;

    private final String usual;
    private final Label detail = new Label();
    private final Optional<Label> size;
    private final List<Label> badges = new ArrayList<>();
    private final Label more = new Label();
    private final List<Node> corner = new ArrayList<>();
    private final Optional<Meter> meter;

    /// A bar for a score, and the score.
    record Meter(Region track, Region fill, Label number, double fraction) {}

    CardDetails(Card card) {
        usual = card.detail();
        detail.setText(usual);
        detail.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        detail.getStyleClass().add("card-detail");
        size = card.facts().size().map(text -> {
            Label label = new Label(text);
            label.getStyleClass().add("card-detail");
            return label;
        });
        card.facts().badges().forEach(badge -> badges.add(badge(badge)));
        more.setText("+" + badges.size());
        more.getStyleClass().add("card-more");
        card.note().ifPresent(note -> corner.add(note()));
        card.facts().trouble().ifPresent(trouble -> {
            corner.add(SeverityIcon.of(trouble.worst(), SMALL_ICON));
            Label count = new Label(Integer.toString(trouble.count()));
            count.getStyleClass().addAll("card-count", SeverityIcon.tone(trouble.worst()));
            corner.add(count);
        });
        meter = card.facts().exposed().map(CardDetails::meter);
    }

    private static Node note() {
        Node icon = Icons.of("note", SMALL_ICON);
        icon.getStyleClass().add("muted");
        return icon;
    }

    private static Label badge(Badge badge) {
        Label label = new Label(badge.text());
        label.getStyleClass().add("card-badge");
        if (badge.warning()) {
            label.getStyleClass().add("warning");
        }
        return label;
    }

    private static Meter meter(Exposed exposed) {
        Region track = new Region();
        track.getStyleClass().add("card-meter");
        Region fill = new Region();
        fill.getStyleClass().addAll("card-meter-fill", exposed.tone());
        Label number = new Label(exposed.text());
        number.getStyleClass().add("card-meter-number");
        return new Meter(track, fill, number, exposed.fraction());
    }

    /// Why the component failed is more than what it is made of.
    ///
    /// @param reason empty for what the card says otherwise
    void explain(String reason) {
        boolean failed = !reason.isEmpty();
        detail.setText(failed ? reason : usual);
        detail.setTextOverrun(failed ? OverrunStyle.ELLIPSIS : OverrunStyle.CENTER_ELLIPSIS);
        detail.getStyleClass().remove("reason");
        if (failed) {
            detail.getStyleClass().add("reason");
        }
    }

    Label detail() {
        return detail;
    }

    /// How large the image is, when that is known.
    Optional<Label> size() {
        return size;
    }

    List<Label> badges() {
        return badges;
    }

    /// Stands for the badges that there is no room for.
    Label more() {
        return more;
    }

    /// From left to right, in the upper right corner.
    List<Node> corner() {
        return corner;
    }

    Optional<Meter> meter() {
        return meter;
    }

    List<Node> nodes() {
        List<Node> nodes = new ArrayList<>();
        nodes.add(detail);
        size.ifPresent(nodes::add);
        nodes.addAll(badges);
        if (badges.size() > 1) {
            nodes.add(more);
        }
        nodes.addAll(corner);
        meter.ifPresent(there -> nodes.addAll(List.of(there.track(), there.fill(), there.number())));
        return nodes;
    }
}
