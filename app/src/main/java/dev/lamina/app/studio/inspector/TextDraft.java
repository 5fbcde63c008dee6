package dev.lamina.app.studio.inspector;

import java.util.function.Consumer;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// What is being typed into a text control: given to the field when the control loses the focus, forgotten
/// by Escape. What others change meanwhile does not take it away.
final class TextDraft {
    /// A prompt cannot go on in the next line.
    private static final int LONGEST_PROMPT = 24;

    private final FieldModel field;
    private final TextInputControl control;
    private final Consumer<String> prompt;
    private final Consumer<String> show;
    private String shown = "";
    private boolean loading;

    /// Whether the user did something to the text: what a control makes of it by itself is not to be written.
    private boolean touched;

    TextDraft(FieldModel field, TextInputControl control) {
        this(field, control, control::setText, control::setPromptText);
    }

    /// @param show puts a text into the control
    /// @param prompt shows what counts where nothing is given
    TextDraft(FieldModel field, TextInputControl control, Consumer<String> show, Consumer<String> prompt) {
        this.show = show;
        this.prompt = prompt;
        this.field = field;
        this.control = control;
        field.given().addListener(changed -> follow());
        field.effective().addListener(changed -> prompt());
        field.onOther(this::commit, this::load);
        control.textProperty().addListener((property, before, text) -> touched |= !loading && control.isFocused());
        control.focusedProperty().addListener((property, before, focused) -> {
            if (!focused) {
                commit();
            }
        });
        control.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && dirty()) {
                load();
                field.refuse("");
                event.consume();
            }
        });
        load();
    }

    private boolean dirty() {
        return touched && !loading && !text().equals(shown);
    }

    private String text() {
        return control.getText() == null ? "" : control.getText();
    }

    private void follow() {
        if (dirty() && control.isFocused()) {
            shown = written();
        } else {
            load();
        }
    }

    private String written() {
        return field.given()
                .get()
                .map(value -> TextForm.text(field.spec(), value))
                .orElse("");
    }

    private void load() {
        loading = true;
        shown = written();
        if (!text().equals(shown)) {
            show.accept(shown);
        }
        touched = false;
        loading = false;
        prompt();
    }

    private void prompt() {
        String counts = field.effective().get().text();
        String otherwise =
                Shown.plain(field.spec().explanation().otherwise().orElse("")).replaceAll("\\.$", "");
        String words = counts.isEmpty() && otherwise.length() <= LONGEST_PROMPT ? otherwise : counts;
        boolean different = field.effective().get().source() == Effective.Source.DIFFERENT;
        prompt.accept(field.spec().required() && !different ? "" : words);
    }

    void commit() {
        String text = text();
        if (!dirty()) {
            return;
        }
        if (text.isEmpty() && field.whyNotReset().isEmpty()) {
            field.reset();
        } else {
            field.set(TextForm.value(field.spec(), text));
        }
    }
}
