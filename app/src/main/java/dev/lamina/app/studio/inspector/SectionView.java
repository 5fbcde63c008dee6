package dev.lamina.app.studio.inspector;

import atlantafx.base.theme.Styles;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.model.check.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;

/// The fields of one section. They are made when the section is opened for the first time; the rare ones
/// when somebody asks for more, or when the document gives them.
final class SectionView {
    private static final Texts TEXTS = Texts.of(SectionView.class);

    private final FormModel form;
    private final Group group;
    private final Consumer<Finding> fix;
    private final List<FieldView> fields = new ArrayList<>();
    private final VBox content = new VBox();
    private final Hyperlink more = new Hyperlink();
    private final TitledPane pane = new TitledPane();
    private boolean all;

    SectionView(FormModel form, Group group, Consumer<Finding> fix) {
        this.form = form;
        this.group = group;
        this.fix = fix;
        content.getStyleClass().add("inspector-fields");
        more.getStyleClass().add(Styles.SMALL);
        more.setWrapText(true);
        more.setOnAction(event -> showAll(!all));
        pane.setAnimated(false);
        pane.getStyleClass().add("inspector-section");
        pane.setContent(content);
        pane.setExpanded(false);
        pane.textProperty()
                .bind(form.set(group)
                        .map(count -> count.intValue() == 0
                                ? TEXTS.get("group." + group.key())
                                : TEXTS.get("group.set", TEXTS.get("group." + group.key()), count)));
        pane.expandedProperty().addListener((property, before, open) -> arrange());
        form.filter().addListener(changed -> arrange());
        form.fields(group).forEach(field -> field.set().addListener(changed -> arrange()));
    }

    private void showAll(boolean now) {
        all = now;
        more.setVisited(false);
        arrange();
    }

    /// Whether a field is to be seen now.
    private boolean wanted(FieldModel field) {
        String filter = form.filter().get();
        return filter.isBlank()
                ? all || !field.spec().rare() || field.isSet() && !field.spec().inHeader()
                : field.spec().matches(filter);
    }

    private void arrange() {
        boolean filtered = !form.filter().get().isBlank();
        boolean any = form.fields(group).stream().anyMatch(this::wanted);
        pane.setVisible(any);
        pane.setManaged(any);
        if (filtered && any && !pane.isExpanded()) {
            pane.setExpanded(true); // comes back here
            return;
        }
        if (!pane.isExpanded()) {
            return;
        }
        List<Node> shown = new ArrayList<>();
        form.fields(group).stream()
                .filter(this::wanted)
                .forEach(field -> shown.add(view(field).node()));
        long rare = form.fields(group).stream()
                .filter(field ->
                        field.spec().rare() && (!field.isSet() || field.spec().inHeader()))
                .count();
        if (rare > 0 && !filtered) {
            more.setText(all ? TEXTS.get("fewer") : TEXTS.get("more", rare));
            shown.add(more);
        }
        if (!content.getChildren().equals(shown)) {
            content.getChildren().setAll(shown);
        }
    }

    private FieldView view(FieldModel field) {
        return fields.stream().filter(view -> view.field() == field).findFirst().orElseGet(() -> {
            FieldView made = new FieldView(field, fix);
            fields.add(made);
            return made;
        });
    }

    /// Opens as far as needed to see a field.
    Optional<FieldView> reveal(FieldModel field) {
        if (field.spec().group() != group) {
            return Optional.empty();
        }
        pane.setExpanded(true);
        if (!wanted(field)) {
            showAll(true);
        }
        return Optional.of(view(field));
    }

    void expand() {
        pane.setExpanded(true);
    }

    TitledPane node() {
        return pane;
    }
}
