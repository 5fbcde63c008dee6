package dev.lamina.app.studio.inspector;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.model.check.Finding;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.VBox;

/// The form of one kind of component, made once and filled with one component after the other.
final class FormView {
    private static final Texts TEXTS = Texts.of(FormView.class);

    private final List<SectionView> sections;
    private final ScrollPane scroll;
    private final VBox box = new VBox();

    FormView(FormModel form, Consumer<Finding> fix) {
        sections = form.groups().stream()
                .map(group -> new SectionView(form, group, fix))
                .toList();
        sections.stream().limit(2).forEach(SectionView::expand);
        sections.forEach(section -> box.getChildren().add(section.node()));
        Label nothing = Shown.wrapped(TEXTS.get("filter.nothing"), "muted", "inspector-nothing");
        Shown.when(
                nothing,
                form.filter()
                        .map(text -> !text.isBlank()
                                && form.fields().stream()
                                        .noneMatch(field -> field.spec().matches(text))));
        box.getChildren().add(nothing);
        scroll = new ScrollPane(box);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("inspector-scroll");
    }

    Node node() {
        return scroll;
    }

    /// Shows a field, and goes there unless somebody is typing somewhere else.
    void reveal(FieldModel field) {
        sections.stream()
                .flatMap(section -> section.reveal(field).stream())
                .findFirst()
                .ifPresent(view -> {
                    scroll.applyCss();
                    scroll.layout();
                    scrollTo(view.node());
                    view.reveal(!typingElsewhere());
                });
    }

    private boolean typingElsewhere() {
        return Optional.ofNullable(scroll.getScene())
                .flatMap(scene -> Optional.ofNullable(scene.getFocusOwner()))
                .filter(FormView::isText)
                .filter(owner -> !inInspector(owner))
                .isPresent();
    }

    private static boolean isText(Node node) {
        return node instanceof TextInputControl || node.getStyleClass().contains("styled-text-area");
    }

    private static boolean inInspector(Node node) {
        return node.getStyleClass().contains("inspector")
                || Optional.ofNullable(node.getParent())
                        .filter(FormView::inInspector)
                        .isPresent();
    }

    private void scrollTo(Node node) {
        Bounds at = box.sceneToLocal(node.localToScene(node.getBoundsInLocal()));
        double hidden = box.getHeight() - scroll.getViewportBounds().getHeight();
        if (hidden > 0) {
            scroll.setVvalue(Math.clamp((at.getMinY() - 8) / hidden, 0, 1));
        }
    }
}
