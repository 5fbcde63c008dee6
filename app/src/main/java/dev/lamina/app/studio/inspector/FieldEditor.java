package dev.lamina.app.studio.inspector;

import javafx.scene.Node;
import javafx.scene.control.Control;

/// The control of one field.
interface FieldEditor {
    Node node();

    /// What gets the focus, and what the label belongs to.
    Control focusTarget();

    static FieldEditor of(FieldModel field) {
        return switch (field.spec().look()) {
            case LINE -> new TextEditor(field);
            case AREA -> new AreaEditor(field);
            case TRUTH -> new TruthEditor(field);
            case CHOICE -> new ChoiceEditor(field);
            case MODE -> new ModeEditor(field);
            case LIST -> new ListEditor(field);
            case ROWS -> new RowsEditor(field);
            case CAPABILITIES -> new CapabilitiesEditor(field);
        };
    }
}
