package dev.lamina.app.studio.doctor;

import dev.lamina.app.doctor.Diagnosis;
import dev.lamina.app.doctor.Doctor;
import dev.lamina.app.doctor.Group;
import dev.lamina.app.studio.action.Action;
import dev.lamina.app.studio.action.ActionBuilder;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.look.IconButton;
import dev.lamina.app.studio.look.Icons;
import dev.lamina.app.studio.look.Labels;
import dev.lamina.app.studio.session.Desk;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What this computer can do and what is missing, over the window.
public final class DoctorView {
    private static final Texts TEXTS = Texts.of(DoctorView.class);

    private final DoctorViewModel model;
    private final StackPane layer = new StackPane();
    private final VBox list = new VBox();
    private final ScrollPane scroll = new ScrollPane(list);
    private final Action action;

    public DoctorView(Desk desk) {
        this(desk, () -> desk.operations().doctor());
    }

    /// @param doctor asked in the background, each time anew
    DoctorView(Desk desk, Supplier<Doctor> doctor) {
        this.model = new DoctorViewModel(desk, doctor);
        this.action = ActionBuilder.of("help.doctor", Action.Place.HELP, TEXTS)
                .icon("doctor")
                .does(this::open);
        list.getStyleClass().add("doctor-list");
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("doctor-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        layer.getStyleClass().add("veil");
        layer.setOnMousePressed(event -> model.close());
        layer.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        layer.visibleProperty().bind(model.shown());
        layer.managedProperty().bind(model.shown());
        model.diagnosis().subscribe(this::show);
        model.troubleOnly().subscribe(only -> show(model.diagnosis().get()));
    }

    /// Lies over everything, and takes no room while it is not shown.
    public Node node() {
        return layer;
    }

    /// `help.doctor`.
    public List<Action> actions() {
        return List.of(action);
    }

    /// Shows it, and looks at the computer anew.
    public void open() {
        if (layer.getChildren().isEmpty()) {
            layer.getChildren().add(sheet()); // not while the window opens
        }
        model.open();
        // The buttons cannot have the focus while it looks.
        scroll.requestFocus();
    }

    DoctorViewModel model() {
        return model;
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            model.close();
            event.consume();
        }
    }

    private Node sheet() {
        VBox sheet = new VBox(head(), new VerdictBar(model).node(), new DoctorTools(model).node(), scroll);
        sheet.getStyleClass().addAll("sheet", "doctor-sheet");
        sheet.setAccessibleRole(AccessibleRole.PARENT);
        sheet.setAccessibleText(TEXTS.get("title"));
        sheet.setOnMousePressed(MouseEvent::consume); // only a press beside it closes it
        return sheet;
    }

    private Node head() {
        Label title = new Label(TEXTS.get("title"), Icons.of("doctor", 20));
        title.getStyleClass().addAll("pane-title", "doctor-title");
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox head = new HBox(8, title, IconButton.of("close", 16, TEXTS.get("close"), model::close));
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private void show(Optional<Diagnosis> found) {
        list.getChildren().clear();
        if (found.isEmpty()) {
            return;
        }
        for (Group group : model.groups()) {
            Label heading = new Label(group.title());
            heading.getStyleClass().add("doctor-heading");
            list.getChildren().add(heading);
            model.checks(group).forEach(check -> list.getChildren().add(new CheckRow(check, model).node()));
        }
        if (list.getChildren().isEmpty()) {
            list.getChildren().add(Labels.wrapped(TEXTS.get("allWell"), "muted"));
        }
    }
}
