package dev.lamina.app.studio.shell;

import dev.lamina.app.studio.files.OpenDocument;
import dev.lamina.app.studio.files.Workbench;
import dev.lamina.app.studio.palette.PaletteView;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.Gestures;
import dev.lamina.app.studio.session.Offer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.Parent;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;

/// Everything in the window.
public final class MainView {
    private final Desk desk;
    private final Workbench workbench;
    private final BorderPane pane = new BorderPane();
    private final TabPane tabs = new TabPane();
    private final Map<OpenDocument, Tab> tabOf = new HashMap<>();

    public MainView(Desk desk, Workbench workbench) {
        this.desk = desk;
        this.workbench = workbench;
        PaletteView palette = new PaletteView(desk, this::add);
        SplitPane split = new SplitPane(palette.node(), tabs);
        split.setDividerPositions(0.18);
        pane.setCenter(split);
        workbench.documents().addListener((ListChangeListener<OpenDocument>) change -> showTabs());
        workbench.current().subscribe(current -> current.map(tabOf::get).ifPresent(tabs.getSelectionModel()::select));
        showTabs();
    }

    private void add(Offer offer) {
        workbench.current().get().ifPresent(document -> {
            document.session().apply(shown -> Gestures.add(shown, offer));
        });
    }

    private void showTabs() {
        tabOf.keySet().removeIf(document -> {
            boolean closed = !workbench.documents().contains(document);
            if (closed) {
                tabs.getTabs().remove(tabOf.get(document));
            }
            return closed;
        });
        for (OpenDocument document : workbench.documents()) {
            if (!tabOf.containsKey(document)) {
                Tab tab = new Tab();
                tab.textProperty().bind(document.title());
                tab.setContent(new DocumentView(document, desk).node());
                tab.setOnCloseRequest(event -> workbench.close(document));
                tab.selectedProperty().subscribe(selected -> {
                    if (selected) {
                        workbench.current().set(Optional.of(document));
                    }
                });
                tabOf.put(document, tab);
                tabs.getTabs().add(tab);
            }
        }
    }

    public Parent root() {
        return pane;
    }
}
