package dev.lamina.app.studio.shell;

import dev.lamina.app.studio.base.Background;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.util.Subscription;

/// How the views of one document stand beside each other: as the user likes it, or as a class sees it.
final class DocumentLayout {
    private final Views views;
    private final Preferences preferences;
    private final Background background;
    private final SplitPane columns = new SplitPane();
    private final SplitPane rows = new SplitPane();
    private final BorderPane presentedCanvas = new BorderPane();
    private final Subscription liked;

    /// What there is to arrange.
    ///
    /// @param form of what is selected
    /// @param below the panes under the document
    /// @param spoken what is said of a component while a class looks on
    /// @param replay under the canvas while a class looks on
    record Views(Node canvas, Node editor, Node form, Node lessons, Node below, Node spoken, Node replay) {}

    DocumentLayout(Views views, Preferences preferences, Background background) {
        this.views = views;
        this.preferences = preferences;
        this.background = background;
        rows.setOrientation(Orientation.VERTICAL);
        presentedCanvas.setBottom(views.replay());
        liked = Subscription.combine(
                preferences.mode().subscribe(this::arrange),
                preferences.inspector().subscribe(this::arrange),
                preferences.below().subscribe(this::arrange),
                preferences.presenting().subscribe(this::arrange),
                preferences.lessons().subscribe(this::arrange));
        arrange();
    }

    Node node() {
        return rows;
    }

    /// From now on it stays as it is: the preferences outlive the document.
    void dispose() {
        liked.unsubscribe();
    }

    private void arrange() {
        if (preferences.presenting().get()) {
            present();
            return;
        }
        presentedCanvas.setCenter(null);
        boolean aside = preferences.lessons().get() || preferences.inspector().get();
        List<Node> wanted = wanted();
        columns.getItems().setAll(wanted);
        SplitPane.setResizableWithParent(views.form(), false);
        rows.getItems().setAll(columns);
        if (preferences.below().get()) {
            rows.getItems().add(views.below());
        }
        double[] dividers = switch (wanted.size()) {
            case 3 -> new double[] {0.44, 0.74};
            case 2 -> new double[] {aside ? 0.74 : 0.5};
            default -> new double[0];
        };
        divide(dividers);
        // Once more when the parts have their sizes: a pane that comes back with other letters moves the dividers.
        background.onWindow(() -> divide(dividers));
    }

    /// From left to right.
    private List<Node> wanted() {
        ViewMode mode = preferences.mode().get();
        List<Node> wanted = new ArrayList<>();
        if (mode != ViewMode.TEXT) {
            wanted.add(views.canvas());
        }
        if (mode != ViewMode.CANVAS) {
            wanted.add(views.editor());
        }
        if (preferences.lessons().get()) {
            wanted.add(views.lessons());
        } else if (preferences.inspector().get()) {
            wanted.add(views.form());
        }
        return wanted;
    }

    private void divide(double... dividers) {
        if (dividers.length == columns.getDividers().size()) {
            columns.setDividerPositions(dividers);
            columns.layout(); // the form keeps its width from now on: it must have one before the window is arranged
        }
        if (rows.getDividers().size() == 1) {
            rows.setDividerPositions(0.72);
        }
    }

    /// The picture and what is said of it. The text and the forms are left out: secrets may stand in them.
    private void present() {
        presentedCanvas.setCenter(views.canvas());
        columns.getItems().setAll(presentedCanvas, views.spoken());
        columns.setDividerPositions(0.68);
        rows.getItems().setAll(columns);
    }
}
