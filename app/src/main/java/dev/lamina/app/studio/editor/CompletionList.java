package dev.lamina.app.studio.editor;

import dev.lamina.app.studio.base.Background;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.editor.Completion.Proposals;
import dev.lamina.app.studio.look.Icons;
import java.time.Duration;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/// The list of proposals below the caret, with what is known of the chosen one. The focus stays in the text.
final class CompletionList {
    private static final Texts TEXTS = Texts.of(CompletionList.class);
    private static final Duration REST = Duration.ofMillis(60);
    private static final int MOST_ROWS = 8;
    private static final double ROW = 2.1;
    private static final double WIDTH = 32;
    private static final double ABOUT = 7.5;

    private final YamlArea area;
    private final CompletionModel model;
    private final Overlay overlay;
    private final Background background;
    private final ListView<Proposal> list = new ListView<>();
    private final Label about = new Label();
    private final ScrollPane aboutPane = new ScrollPane(about);
    private final VBox pane = new VBox(list, aboutPane);
    private Proposals proposals = Proposals.NONE;
    private Optional<Background.Job> resting = Optional.empty();

    CompletionList(YamlArea area, CompletionModel model, Overlay overlay, Background background) {
        this.area = area;
        this.model = model;
        this.overlay = overlay;
        this.background = background;
        pane.getStyleClass().add("completion");
        about.getStyleClass().add("completion-about");
        about.setWrapText(true);
        aboutPane.getStyleClass().add("completion-about-pane");
        aboutPane.setFitToWidth(true);
        aboutPane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        aboutPane.setFocusTraversable(false);
        list.setAccessibleText(TEXTS.get("completion.list"));
        list.setFocusTraversable(false);
        list.setCellFactory(view -> new Cell());
        list.setOnMouseClicked(event -> accept());
        list.getSelectionModel().selectedItemProperty().subscribe(chosen -> {
            about.setText(chosen == null ? "" : chosen.about());
            aboutPane.setVvalue(0);
        });
        area.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
        area.focusedProperty().subscribe(focused -> {
            if (!focused) {
                hide();
            }
        });
    }

    boolean isShown() {
        return overlay.shows(pane);
    }

    void hide() {
        resting.ifPresent(Background.Job::cancel);
        overlay.hide(pane);
    }

    /// Whether the list took the key.
    boolean take(KeyEvent event) {
        if (!isShown() || event.isShortcutDown() || event.isAltDown()) {
            return false;
        }
        return switch (event.getCode()) {
            case DOWN -> move(1);
            case UP -> move(-1);
            case PAGE_DOWN -> move(MOST_ROWS);
            case PAGE_UP -> move(-MOST_ROWS);
            case ENTER, TAB -> accept();
            case ESCAPE -> {
                hide();
                yield true;
            }
            case LEFT, RIGHT, HOME, END -> {
                hide();
                yield false;
            }
            case BACK_SPACE, DELETE -> {
                soon(true);
                yield false;
            }
            default -> false;
        };
    }

    private boolean move(int rows) {
        int count = list.getItems().size();
        int next = Math.clamp((long) list.getSelectionModel().getSelectedIndex() + rows, 0, count - 1);
        list.getSelectionModel().select(next);
        list.scrollTo(Math.max(0, next - MOST_ROWS / 2));
        return true;
    }

    private void typed(KeyEvent event) {
        String typed = event.getCharacter();
        boolean word = !typed.isEmpty()
                && (Character.isLetterOrDigit(typed.charAt(0)) || "_/.-:".indexOf(typed.charAt(0)) >= 0);
        boolean control = typed.isEmpty() || Character.isISOControl(typed.charAt(0)) || event.isShortcutDown();
        if (word && !control) {
            soon(false);
        } else if (!control && isShown()) {
            hide();
        }
    }

    /// @param keep whether it is only to be brought up to date
    private void soon(boolean keep) {
        resting.ifPresent(Background.Job::cancel);
        resting = Optional.of(background.later(REST, () -> {
            if (!keep || isShown()) {
                open(false);
            }
        }));
    }

    /// @param asked whether the user asked for it: then it opens without anything typed
    void open(boolean asked) {
        int offset = area.getCaretPosition();
        proposals = model.at(offset);
        int column = area.getCaretColumn();
        boolean done = proposals.all().size() == 1
                && proposals.all().getFirst().label().length() == column - proposals.from();
        boolean wanted = asked || (proposals.from() < column && !done);
        Optional<Bounds> caret = area.getCaretBounds();
        if (proposals.all().isEmpty() || !wanted || caret.isEmpty()) {
            hide();
            return;
        }
        list.getItems().setAll(proposals.all());
        list.getSelectionModel().selectFirst();
        double em = about.getFont().getSize();
        list.setFixedCellSize(Math.ceil(ROW * em));
        list.setPrefHeight(Math.min(MOST_ROWS, proposals.all().size()) * list.getFixedCellSize() + 2);
        list.setMinHeight(Math.min(2, proposals.all().size()) * list.getFixedCellSize() + 2);
        boolean told = proposals.all().stream().anyMatch(each -> !each.about().isEmpty());
        aboutPane.setManaged(told);
        aboutPane.setVisible(told);
        aboutPane.setMinHeight(ABOUT * em);
        aboutPane.setPrefHeight(ABOUT * em);
        pane.setPrefWidth(WIDTH * em);
        overlay.show(pane, caret.get());
    }

    private boolean accept() {
        Proposal chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            hide();
            area.apply(model.take(proposals, chosen, area.getCaretPosition()));
            if (chosen.more()) {
                open(true);
            }
        }
        return true;
    }

    private static final class Cell extends ListCell<Proposal> {
        @Override
        protected void updateItem(Proposal item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? "" : item.label());
            setGraphic(empty || item == null ? null : Icons.of(item.kind().icon(), 14));
        }
    }
}
