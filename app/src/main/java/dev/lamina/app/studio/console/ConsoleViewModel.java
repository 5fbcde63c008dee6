package dev.lamina.app.studio.console;

import dev.lamina.app.studio.base.Background;
import dev.lamina.app.studio.base.ClipboardText;
import dev.lamina.vmlaunch.Console;
import dev.lamina.vmlaunch.screen.Line;
import dev.lamina.vmlaunch.screen.Modes;
import dev.lamina.vmlaunch.screen.Terminal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.LongFunction;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/// The console of a document's machine as the user works with it: what is shown, selected, found and typed. For use on
/// the thread of the window.
final class ConsoleViewModel {
    private final ClipboardText clipboard;
    private final Copying copying;
    private final Viewing viewing = new Viewing();
    private final Selecting selecting = new Selecting(number -> lines().apply(number));
    private final FindModel find;
    private final Pasting pasting = new Pasting(this::type);
    private final BooleanProperty timestamps = new SimpleBooleanProperty();
    private final Zoom zoom = new Zoom();
    private final ReadOnlyObjectWrapper<Standing> standing = new ReadOnlyObjectWrapper<>(new Standing.Off());
    private volatile Runnable listener = () -> {};
    private Optional<Connection> connection = Optional.empty();
    private int columns = Connection.COLUMNS;
    private int fewestRows = Connection.ROWS;
    private long generation;

    ConsoleViewModel(Background background, ClipboardText clipboard) {
        this.clipboard = clipboard;
        this.copying = new Copying(background, clipboard);
        this.find = new FindModel(background);
        selecting.selected().subscribe(this::changed);
        selecting.caret().subscribe(this::changed);
        find.found().subscribe(this::changed);
        find.current().subscribe(this::changed);
        viewing.paused().subscribe(this::changed);
    }

    /// @param listener called on any thread when there may be something else to show
    void whenChanged(Runnable listener) {
        this.listener = listener;
    }

    private void changed() {
        listener.run();
    }

    Viewing viewing() {
        return viewing;
    }

    Selecting selecting() {
        return selecting;
    }

    FindModel find() {
        return find;
    }

    Pasting pasting() {
        return pasting;
    }

    /// Whether each line shows when it came.
    BooleanProperty timestamps() {
        return timestamps;
    }

    Zoom zoom() {
        return zoom;
    }

    ReadOnlyObjectProperty<Standing> standing() {
        return standing.getReadOnlyProperty();
    }

    Optional<Terminal> terminal() {
        return connection.map(Connection::terminal);
    }

    /// What there is besides the screen, when a machine runs or ran.
    Optional<Connection> connection() {
        return connection;
    }

    /// Another machine runs: its screen replaces that of the one before.
    void connect(Console console) {
        connection.ifPresent(Connection::close);
        selecting.clear();
        viewing.reset();
        pasting.decline();
        Connection now = new Connection(console, this::changed);
        connection = Optional.of(now);
        fewestRows = Connection.ROWS;
        standing.set(new Standing.Running());
        resize(columns, viewing.rows());
        find.follow(terminal());
        now.open();
    }

    /// The machine has ended. Its last screen stays.
    ///
    /// @param words how it ended
    void ended(String words) {
        if (connection.isPresent()) {
            pasting.decline();
            standing.set(new Standing.Ended(words));
        }
    }

    /// The size of what is shown. A guest that was told nothing takes its screen to have 24 lines, so it never has
    /// fewer here; what does not fit is scrolled.
    void resize(int columns, int rows) {
        this.columns = columns;
        viewing.rows(rows);
        connection.ifPresent(some -> some.resize(columns, Math.max(rows, fewestRows)));
    }

    /// What is to be shown now; nothing when no machine was started.
    Optional<Frame> look() {
        Optional<Frame> frame = terminal().map(viewing::look);
        frame.map(some -> some.screen().generation())
                .filter(now -> now != generation)
                .ifPresent(this::renumbered);
        find.changed();
        return frame;
    }

    /// The lines were broken anew, and have other numbers.
    private void renumbered(long now) {
        generation = now;
        selecting.clear();
        viewing.follow();
        changed();
    }

    private LongFunction<Line> lines() {
        return viewing.lines(terminal().orElseThrow());
    }

    Modes modes() {
        return terminal().map(Terminal::modes).orElse(Modes.INITIAL);
    }

    /// Types into the guest, and shows where it is typed.
    void type(byte[] bytes) {
        if (bytes.length > 0 && standing.get() instanceof Standing.Running) {
            viewing.follow();
            connection.ifPresent(some -> some.type(bytes));
            changed();
        }
    }

    /// What is selected goes to the clipboard.
    void copy() {
        selecting.selected().get().ifPresent(some -> copying.copy(some, lines()));
    }

    /// What is selected, when it is a part of one line.
    Optional<String> selectedInOneLine() {
        return selecting
                .selected()
                .get()
                .filter(some -> some.from().line() == some.to().line())
                .map(some -> ScreenText.of(some, lines()));
    }

    void paste() {
        if (standing.get() instanceof Standing.Running) {
            clipboard.get().ifPresent(text -> pasting.paste(text, modes()));
        }
    }

    void selectAll() {
        terminal().ifPresent(some -> selecting.all(some.oldestLine(), some.newestLine()));
    }

    /// Selects with keys from now on, beginning at the cursor.
    void selectWithKeys() {
        terminal().map(viewing::look).ifPresent(frame -> {
            long line = Math.clamp(frame.screen().cursor().line(), frame.top(), frame.top() + viewing.rows() - 1);
            selecting.begin(new Spot(line, frame.screen().cursor().column()));
        });
    }

    /// Moves the caret of select mode, and shows it.
    void moveCaret(Spot to, boolean extending) {
        terminal().ifPresent(some -> {
            long line = Math.clamp(to.line(), some.oldestLine(), some.newestLine());
            int end = lines().apply(line).columns();
            selecting.move(new Spot(line, Math.clamp(to.column(), 0, end)), extending);
            viewing.reveal(line);
            changed();
        });
    }

    void clear() {
        selecting.clear();
        viewing.reset();
        connection.ifPresent(Connection::clear);
    }

    /// Types the command that makes the guest believe in the size that is shown.
    void tellSize() {
        String command = "stty rows " + viewing.rows() + " cols " + columns + "\r";
        type(command.getBytes(StandardCharsets.US_ASCII));
        fewestRows = 1;
        resize(columns, viewing.rows());
    }

    void findNext() {
        find.next(top()).ifPresent(this::show);
    }

    void findPrevious() {
        find.previous(top() + viewing.rows()).ifPresent(this::show);
    }

    private void show(Selected hit) {
        viewing.reveal(hit.from().line());
        changed();
    }

    private long top() {
        return terminal().map(viewing::look).map(Frame::top).orElse(0L);
    }

    void scrollBy(long lines) {
        viewing.scrollBy(lines);
        changed();
    }

    void scrollTo(long line) {
        viewing.scrollTo(line);
        changed();
    }

    void jumpToEnd() {
        viewing.paused().set(false);
        viewing.follow();
        changed();
    }
}
