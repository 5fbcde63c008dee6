package dev.lamina.app.studio.palette;

import atlantafx.base.theme.Styles;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.look.Icons;
import dev.lamina.app.studio.look.Labels;
import dev.lamina.app.studio.session.Lane;
import dev.lamina.model.value.ByteSize;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What the chosen entry is, where it can be put, and what it may do.
final class ExplanationView {
    private static final Texts TEXTS = Texts.of(ExplanationView.class);
    private static final int TITLE_ICON = 24;
    private static final int ICON = 16;

    private final PaletteViewModel model;
    private final VBox content = new VBox();
    private final ScrollPane scroll = new ScrollPane(content);

    ExplanationView(PaletteViewModel model) {
        this.model = model;
        content.getStyleClass().add("palette-explanation");
        scroll.getStyleClass().add("palette-explanation-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setAccessibleText(TEXTS.get("explanation"));
        scroll.setMinHeight(0);
        model.explained().subscribe(this::show);
    }

    private void show(Optional<PaletteEntry> entry) {
        content.getChildren().setAll(entry.map(this::explanation).orElseGet(ExplanationView::nothing));
        scroll.setVvalue(0);
    }

    private static List<Node> nothing() {
        return List.of(Labels.wrapped(TEXTS.get("explanation.none"), "muted"));
    }

    private List<Node> explanation(PaletteEntry entry) {
        VBox head = new VBox(title(entry));
        head.getStyleClass().add("palette-explanation-head");
        head.getChildren().add(Labels.wrapped(entry.summary() + ".", "palette-explanation-summary"));
        if (!entry.explanation().isEmpty()) {
            head.getChildren().add(Labels.wrapped(entry.explanation()));
        }
        return List.of(head, facts(entry), privileges(entry));
    }

    private Node title(PaletteEntry entry) {
        Label name = Labels.wrapped(entry.name(), "palette-explanation-name");
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        Button add = new Button(TEXTS.get("add"), Icons.of("add", ICON));
        add.getStyleClass().add(Styles.SMALL);
        add.setMinWidth(Button.USE_PREF_SIZE);
        add.setOnAction(event -> model.add(entry, Optional.empty()));
        add.setAccessibleText(TEXTS.get("add.accessible", entry.name()));
        HBox title = new HBox(Icons.of(entry.icon(), TITLE_ICON), name, add);
        title.getStyleClass().add("palette-explanation-title");
        return title;
    }

    private static Node facts(PaletteEntry entry) {
        VBox facts = new VBox();
        facts.getStyleClass().add("palette-facts");
        String lanes = entry.lanes().stream().map(ExplanationView::lane).collect(Collectors.joining(", "));
        facts.getChildren().add(fact("template", TEXTS.get("fact.lanes", lanes)));
        entry.image().ifPresent(image -> facts.getChildren().add(fact("image", image)));
        entry.image().ifPresent(image -> facts.getChildren().add(fact("disk", size(entry))));
        return facts;
    }

    private static String lane(Lane lane) {
        return TEXTS.get("lane." + lane.name().toLowerCase(Locale.ROOT));
    }

    private static String size(PaletteEntry entry) {
        if (entry.size().isPresent()) {
            return TEXTS.get("fact.size", new ByteSize(entry.size().getAsLong()));
        }
        boolean made = entry.group() == Group.BUILT_IN || entry.group() == Group.OWN;
        return TEXTS.get(made ? "fact.made" : "fact.pulled");
    }

    private static Node fact(String icon, String text) {
        HBox fact = new HBox(Icons.of(icon, ICON), Labels.wrapped(text, "muted"));
        fact.getStyleClass().add("palette-fact");
        return fact;
    }

    private static Node privileges(PaletteEntry entry) {
        VBox list = new VBox();
        list.getStyleClass().add("palette-privileges");
        if (entry.image().isEmpty()) {
            return list;
        }
        Label heading = new Label(TEXTS.get("privileges"), Icons.of("shield", ICON));
        heading.getStyleClass().add("palette-privileges-heading");
        list.getChildren().add(heading);
        if (entry.privileges().isEmpty()) {
            list.getChildren().add(Labels.wrapped(TEXTS.get("privileges.none"), "muted"));
        }
        entry.privileges().forEach(privilege -> list.getChildren().add(privilege(privilege)));
        return list;
    }

    private static Node privilege(Privilege privilege) {
        VBox box = new VBox(Labels.wrapped(privilege.name(), "palette-privilege", "mono"));
        String because = privilege.because();
        if (!privilege.meaning().isEmpty()) {
            box.getChildren().add(Labels.wrapped(privilege.meaning(), "muted"));
        }
        if (!because.isEmpty()) {
            box.getChildren().add(Labels.wrapped(TEXTS.get("because", because), "muted"));
        }
        return box;
    }

    Node node() {
        return scroll;
    }
}
