package dev.lamina.app.studio.console;

import dev.lamina.vmlaunch.Console;
import dev.lamina.vmlaunch.Subscription;
import dev.lamina.vmlaunch.screen.Terminal;
import java.nio.file.Path;

/// The screen of one run of a machine, with the ways of its bytes: what the guest prints goes to the screen, what is
/// typed goes to the guest, each on a thread of its own.
final class Connection {
    /// What is kept of what was scrolled out, in lines.
    static final int SCROLLBACK = 100_000;

    /// How large a guest takes its screen to be when nobody tells it.
    static final int ROWS = 24;
    static final int COLUMNS = 80;

    private final Terminal terminal = new Terminal(COLUMNS, ROWS, SCROLLBACK);
    private final Feed feed;
    private final Typist typist;
    private final Console console;
    private final Runnable changed;
    private Subscription subscription = () -> {};
    private volatile boolean drained;

    /// @param changed called on any thread when the screen may look otherwise
    Connection(Console console, Runnable changed) {
        this.console = console;
        this.changed = changed;
        this.typist = new Typist("lamina-console-typing", console);
        this.feed = new Feed("lamina-console", new Feed.Sink() {
            @Override
            public void received(byte[] bytes, int length) {
                terminal.feed(bytes, 0, length);
                changed.run();
            }

            @Override
            public void ended() {
                typist.close();
                drained = true;
                changed.run();
            }
        });
        terminal.onReply(typist::type);
    }

    /// Begins to show what is and was printed.
    void open() {
        subscription = console.listen(feed);
    }

    Terminal terminal() {
        return terminal;
    }

    /// Whether all that the guest printed is on the screen, and nothing more will come.
    boolean drained() {
        return drained;
    }

    /// Every byte that came.
    Path log() {
        return console.log();
    }

    /// Types into the guest. What comes after its end, or is more than it may leave unread, is dropped.
    void type(byte[] bytes) {
        typist.type(bytes);
    }

    void resize(int columns, int rows) {
        between(() -> terminal.resize(columns, rows));
    }

    void clear() {
        between(() -> {
            terminal.clear();
            terminal.clearScrollback();
        });
    }

    private void between(Runnable task) {
        feed.between(() -> {
            task.run();
            changed.run();
        });
    }

    /// What is on the screen stays.
    void close() {
        feed.close(); // first: whoever holds the console up waits for it
        subscription.close();
        typist.close();
    }
}
