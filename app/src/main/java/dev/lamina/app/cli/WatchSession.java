package dev.lamina.app.cli;

import dev.lamina.app.operation.WatchVm;
import dev.lamina.app.operation.WatchVm.Told;
import dev.lamina.vmlaunch.terminal.RawTerminal;
import dev.lamina.vmlaunch.terminal.TerminalSession;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        Optional<RawTerminal> raw = session.in() == System.in ? RawTerminal.open() : Optional.empty();
        SwitchedConsole shown = shown();
        try {
            if (raw.isEmpty()) {
                tellEarly();
                say("watching for changes; to end press Ctrl-C");
                following.start();
                TerminalSession.piped(session.in(), session.out(), shown).run();
            } else {
                try (RawTerminal terminal = raw.get()) {
                    raw();
                    say("watching for changes; to end press " + TerminalSession.QUIT_KEY_NAME);
                    following.start();
                    TerminalSession.on(terminal, shown).run();
                }
            }
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

    /// In raw mode a line feed alone does not go to the start of the line.
    private synchronized void raw() {
        lineEnd = "\r";
        before = PLAIN_SCREEN;
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
            WatchText.json(what).ifPresent(object -> session.out().println(Json.line(object)));
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
