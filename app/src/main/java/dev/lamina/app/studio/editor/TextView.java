package dev.lamina.app.studio.editor;

import dev.lamina.app.studio.base.Background;
import dev.lamina.app.studio.editor.Marks.Mark;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import java.util.List;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.model.PlainTextChange;
import org.fxmisc.richtext.model.TwoDimensional.Bias;

/// The text field with its gutter and colours, kept the same as the document.
final class TextView implements EditorArea, Parts {
    private static final double SOME_LINES = 60;

    private final YamlArea area;
    private final VirtualizedScrollPane<YamlArea> scroll;
    private final Overlay overlay;
    private final Background background;
    private final EditorViewModel model;
    private final Lines lines;
    private final Folds folds;
    private final Gutter gutter;
    private final Styler styler;
    private final Filling filling;
    private final Subscription laidOut;
    private boolean quiet;

    TextView(DocumentSession session, Desk desk, Overlay overlay, FindingCard card) {
        this.overlay = overlay;
        this.background = desk.background();
        this.area = new YamlArea(session, desk.clipboard(), this);
        this.scroll = new VirtualizedScrollPane<>(area);
        this.lines = new AreaLines(area);
        this.folds = new Folds(area, lines);
        this.model = new EditorViewModel(session, background, this);
        this.filling = new Filling(area, model::shown, background);
        filling.change(new TextChange(0, 0, model.shown()));
        area.moveTo(0);
        area.editableProperty().bind(filling.working().not());
        this.styler = new Styler(area, lines, model, background);
        styler.begin();
        this.gutter = new Gutter(area, lines, folds, model.marks(), (node, found) -> card.hover(node, found));
        area.setParagraphGraphicFactory(gutter);
        area.plainTextChanges().subscribe(this::changed);
        area.caretPositionProperty().addListener((property, before, now) -> caretMoved());
        model.marks().subscribe(this::refreshGutter);
        filling.working().subscribe(this::refreshGutter);
        area.addEventHandler(KeyEvent.KEY_PRESSED, event -> card.hide());
        this.laidOut = area.heightProperty().subscribe(this::beginAtTheTop);
    }

    /// Filling has asked to see the end, which counts once there is room for lines.
    private void beginAtTheTop() {
        if (area.getHeight() > SOME_LINES) {
            laidOut.unsubscribe();
            background.onWindow(() -> {
                if (area.getCaretPosition() == 0) {
                    area.showParagraphAtTop(0);
                }
            });
        }
    }

    YamlArea area() {
        return area;
    }

    Region node() {
        return scroll;
    }

    EditorViewModel model() {
        return model;
    }

    Folds folds() {
        return folds;
    }

    Filling filling() {
        return filling;
    }

    Lines lines() {
        return lines;
    }

    Styler styler() {
        return styler;
    }

    /// Shows what a search finds.
    void highlight(FindModel search) {
        styler.highlight(search);
    }

    /// The findings at a character.
    List<Mark> marksAt(int offset) {
        int line = area.offsetToPosition(offset, Bias.Forward).getMajor();
        return gutter.of(line).stream()
                .filter(mark -> mark.from() <= offset && offset <= mark.to())
                .toList();
    }

    /// Those at the caret, otherwise all of its line.
    List<Mark> marksAtCaret() {
        List<Mark> here = marksAt(area.getCaretPosition());
        return here.isEmpty() ? gutter.of(area.getCurrentParagraph()) : here;
    }

    void foldHere() {
        folds.foldAround(area.getCurrentParagraph());
    }

    void unfoldHere() {
        folds.unfold(area.getCurrentParagraph());
    }

    /// Puts the caret somewhere, as the user wants.
    void goTo(int offset) {
        reveal(offset);
        model.caretMoved(offset);
    }

    private void changed(PlainTextChange change) {
        boolean same = change.getRemoved().equals(change.getInserted()); // only styles, when lines are folded
        if (same) {
            return;
        }
        styler.changed(area.offsetToPosition(change.getPosition(), Bias.Forward).getMajor());
        if (!area.isTaking()) {
            model.typed(new TextChange(change.getPosition(), change.getRemoved().length(), change.getInserted()));
        }
    }

    private void caretMoved() {
        if (!quiet && area.isFocused()) {
            model.caretMoved(area.getCaretPosition());
        }
    }

    @Override
    public void change(TextChange change) {
        int anchor = change.moved(area.getAnchor());
        int caret = change.moved(area.getCaretPosition());
        quietly(() -> {
            filling.change(change);
            filling.when(Math.max(anchor, caret), () -> area.selectRange(anchor, caret));
        });
        if (change.inserted().indexOf('\n') >= 0 || change.removed() > 0) {
            refreshGutter();
        }
    }

    @Override
    public void reveal(int offset) {
        filling.when(offset, () -> quietly(() -> show(Math.min(offset, area.getLength()))));
    }

    private void show(int offset) {
        int line = area.offsetToPosition(offset, Bias.Forward).getMajor();
        folds.unfold(line);
        area.moveTo(offset);
        if (!isInView(line)) {
            area.showParagraphAtCenter(line);
        }
        area.requestFollowCaret();
        background.onWindow(() -> flash(line));
    }

    /// Moves the caret where nobody put it.
    private void quietly(Runnable task) {
        boolean before = quiet;
        quiet = true;
        try {
            task.run();
        } finally {
            quiet = before;
        }
    }

    @Override
    public boolean divides(int from, int to) {
        return model.divides(from, to);
    }

    @Override
    public void refuse() {
        model.refuse();
    }

    @Override
    public String whole(int from, int to) {
        return model.whole(from, to);
    }

    @Override
    public void paste(TextChange change) {
        model.pasted(change);
    }

    private boolean isInView(int line) {
        return !area.getVisibleParagraphs().isEmpty()
                && line > area.firstVisibleParToAllParIndex()
                && line < area.lastVisibleParToAllParIndex();
    }

    private void flash(int line) {
        if (area.getScene() != null && line < lines.count()) {
            area.layout();
            area.getParagraphBoundsOnScreen(line).ifPresent(overlay::flash);
        }
    }

    /// Makes the gutter of those lines anew that are seen and look different now.
    private void refreshGutter() {
        if (area.getVisibleParagraphs().isEmpty()) {
            return;
        }
        int last = Math.min(lines.count() - 1, area.lastVisibleParToAllParIndex());
        for (int line = Math.max(0, area.firstVisibleParToAllParIndex()); line <= last; line++) {
            if (!area.isFolded(line) && !gutter.isCurrent(area.getParagraphGraphic(line), line)) {
                area.recreateParagraphGraphic(line);
            }
        }
    }
}
