package dev.lamina.app.cli;

import dev.lamina.app.operation.WatchVm;
import dev.lamina.app.operation.WatchVm.Told;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// `lamina run --watch`: one console for machine after machine, and lines between them that say what
/// happened.
final class WatchSession {
    /// Colours, the cursor and the other screen as a terminal has them when nothing was printed: the
    /// machine before ended in the middle of whatever it did.
    private static final String PLAIN_SCREEN = "\033[?1049l\033[0m\033[?25h\r";

    /// Starts a system that is watched.
    interface Begin {
        WatchVm.Watched with(Consumer<Told> told) throws IOException;
    }

    private final Session session;
    private final List<Told> early = new ArrayList<>();
    private @Nullable SwitchedConsole console;
    private String lineEnd = "";
    private String before = "";
    private boolean ready;

    WatchSession(Session session) {
        this.session = session;
    }

    /// Returns when the user presses the quit key; throws when they press Ctrl-C.
    void run(Begin begin) throws IOException, InterruptedException {
        try (WatchVm.Watched watched = begin.with(this::told)) {
            if (session.options().json) {
                tellEarly();
                watched.follow();
            } else {
                join(watched);
            }
        }
    }

    private void join(WatchVm.Watched watched) throws InterruptedException {
        Thread following = Thread.ofVirtual().name("watch").unstarted(() -> follow(watched));
        SwitchedConsole shown = shown();
        try (UserTerminal terminal = UserTerminal.open(session)) {
            begin(terminal);
            say("watching for changes; to end press " + terminal.quitKey());
            following.start();
            terminal.run(shown);
        } finally {
            following.interrupt();
            following.join();
        }
    }

    private synchronized SwitchedConsole shown() {
        if (console == null) {
            throw new IllegalStateException("no machine was started");
        }
        return console;
    }

    private synchronized void begin(UserTerminal terminal) {
        lineEnd = terminal.lineEnd();
        before = terminal.isRaw() ? PLAIN_SCREEN : "";
        tellEarly();
    }

    private static void follow(WatchVm.Watched watched) {
        try {
            watched.follow();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// What came before it was known how to print it.
    private synchronized void tellEarly() {
        ready = true;
        early.forEach(this::told);
        early.clear();
    }

    private synchronized void told(Told what) {
        if (what instanceof Told.Started started) {
            show(started);
        }
        if (!ready) {
            early.add(what);
        } else if (session.options().json) {
            session.out().println(Json.line(WatchText.json(what)));
        } else {
            for (String line : WatchText.lines(what)) {
                say(line);
            }
        }
    }

    private synchronized void say(String line) {
        String next = console != null && console.breaksLine() ? "\n" : "";
        session.tell(before + next + "== " + line + lineEnd);
    }

    private void show(Told.Started started) {
        if (console == null) {
            console = new SwitchedConsole(started.vm().console());
        } else {
            console.show(started.vm().console());
        }
    }
}
