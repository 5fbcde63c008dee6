package dev.lamina.app.studio.shell;

import dev.lamina.app.studio.files.OpenDocument;
import dev.lamina.app.studio.files.Workbench;
import dev.lamina.app.studio.session.Place;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;

/// A tab for each open document. What is shown in it is made when it comes to the front for the first time.
final class DocumentTabs {
    private final Setting setting;
    private final Workbench workbench;
    private final TabPane tabs = new TabPane();
    private final Map<OpenDocument, Tab> tabOf = new LinkedHashMap<>();
    private final Map<OpenDocument, DocumentView> viewOf = new LinkedHashMap<>();
    private final Map<OpenDocument, DocumentParts> prepared = new LinkedHashMap<>();

    DocumentTabs(Setting setting) {
        this.setting = setting;
        this.workbench = setting.workbench();
        tabs.getStyleClass().add("documents");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.ALL_TABS);
        workbench.documents().addListener((ListChangeListener<OpenDocument>) change -> follow());
        follow();
    }

    Node node() {
        return tabs;
    }

    /// Begins with the view of a document that will be in front.
    void prepare(OpenDocument document) {
        prepared.computeIfAbsent(document, key -> new DocumentParts(key.session(), setting.desk()));
    }

    /// The view of a document, made when it is asked for.
    DocumentView view(OpenDocument document) {
        return viewOf.computeIfAbsent(document, key -> {
            prepare(key);
            DocumentView view = new DocumentView(key, Objects.requireNonNull(prepared.remove(key)), setting);
            Tab tab = tabOf.get(key);
            if (tab != null) {
                tab.setContent(view.node());
            }
            return view;
        });
    }

    /// Whether the document in front is seen, not only its tab.
    boolean isShown() {
        return workbench
                .current()
                .get()
                .filter(document -> tabOf.get(document) instanceof Tab tab && tab.getContent() != null)
                .isPresent();
    }

    /// Where in the document in front something comes that is let go at a point of the scene.
    Optional<Place> placeAt(Point2D scene) {
        return workbench.current().get().flatMap(document -> view(document).placeAt(scene));
    }

    void select(OpenDocument document) {
        follow();
        view(document);
        tabs.getSelectionModel().select(tabOf.get(document));
    }

    private void follow() {
        tabOf.entrySet().removeIf(entry -> {
            boolean closed = !workbench.documents().contains(entry.getKey());
            if (closed) {
                forget(entry.getKey());
                tabs.getTabs().remove(entry.getValue());
            }
            return closed;
        });
        for (OpenDocument document : workbench.documents()) {
            if (!tabOf.containsKey(document)) {
                Tab tab = tab(document);
                tabOf.put(document, tab);
                tabs.getTabs().add(tab);
            }
        }
    }

    private void forget(OpenDocument document) {
        prepared.remove(document);
        if (viewOf.remove(document) instanceof DocumentView view) {
            view.dispose();
        }
    }

    private Tab tab(OpenDocument document) {
        Tab tab = new Tab();
        tab.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> (document.unsaved().get() ? "● " : "")
                                + document.title().get(),
                        document.title(),
                        document.unsaved()));
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty()
                .bind(document.file()
                        .map(file -> file.map(Object::toString)
                                .orElse(document.title().get())));
        tab.setTooltip(tooltip);
        tab.setOnCloseRequest(event -> {
            event.consume(); // the tab goes when the document does
            workbench.close(document);
        });
        tab.selectedProperty().subscribe(selected -> {
            if (selected) {
                workbench.current().set(Optional.of(document));
            }
        });
        return tab;
    }
}
