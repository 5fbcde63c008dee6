package dev.lamina.app.studio.live;

import dev.lamina.app.studio.session.Live;
import dev.lamina.vmlaunch.GuestControl.ExecResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// A shell in a running service, or in the system itself: one line after the other through the control channel. What
/// needs a terminal (editors, `top` without `-b`) does not work here; the console is the place for it.
final class ShellViewModel {
    /// A little more than what the guest allows a command.
    private static final Duration PATIENCE = Duration.ofSeconds(65);

    /// Enough to scroll in; older text goes.
    private static final int MOST = 256 * 1024;

    private static final int REMEMBERED = 200;

    private final GuestCalls calls;
    private final ReadOnlyStringWrapper transcript = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper prompt = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final List<String> typed = new ArrayList<>();
    private Optional<String> service = Optional.empty();
    private String folder = "";
    private int at;

    ShellViewModel(Live live, GuestCalls calls) {
        this.calls = calls;
        live.machine().subscribe(machine -> folder = "");
        enter(Optional.empty());
    }

    /// What was typed and answered.
    ReadOnlyStringProperty transcript() {
        return transcript.getReadOnlyProperty();
    }

    /// Where the next line is run, e.g. `web:/var #`.
    ReadOnlyStringProperty prompt() {
        return prompt.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /// @param name of a service; empty for the system
    void enter(Optional<String> name) {
        if (!name.equals(service)) {
            service = name;
            folder = "";
        }
        showPrompt();
    }

    private void showPrompt() {
        prompt.set(service.orElse(LiveWords.TEXTS.get("shell.system")) + (folder.isEmpty() ? "" : ":" + folder) + " #");
    }

    void run(String line) {
        String command = line.replaceAll("[\\r\\n\\u0000]+", " ").strip();
        if (command.isEmpty() || busy.get()) {
            return;
        }
        remember(command);
        if (command.equals("clear")) {
            transcript.set("");
            return;
        }
        print(prompt.get() + " " + command + "\n");
        Optional<String> where = service;
        List<String> words = new ShellLine(folder, command).words();
        busy.set(true);
        calls.ask(
                control -> where.map(name -> control.execIn(name, words, PATIENCE))
                        .orElseGet(() -> control.exec(words, PATIENCE)),
                result -> answered(where, result),
                problem -> done(problem + "\n"));
    }

    private void answered(Optional<String> where, ExecResult result) {
        ShellLine.Result found = ShellLine.result(result.output());
        if (where.equals(service)) {
            found.folder().ifPresent(path -> folder = path);
        }
        StringBuilder words = new StringBuilder(Printable.of(found.output()));
        if (!words.isEmpty()) {
            words.append('\n');
        }
        if (result.truncated()) {
            words.append(LiveWords.TEXTS.get("shell.truncated")).append('\n');
        }
        if (result.exitCode() != 0) {
            words.append(LiveWords.TEXTS.get("shell.code", result.exitCode())).append('\n');
        }
        done(words.toString());
    }

    private void done(String words) {
        busy.set(false);
        print(words);
        showPrompt();
    }

    private void print(String words) {
        String all = transcript.get() + words;
        transcript.set(all.length() > MOST ? all.substring(all.indexOf('\n', all.length() - MOST) + 1) : all);
    }

    private void remember(String command) {
        typed.remove(command);
        typed.add(command);
        if (typed.size() > REMEMBERED) {
            typed.removeFirst();
        }
        at = typed.size();
    }

    /// A line that was typed before: the one before that, or the one after.
    ///
    /// @param step -1 or 1
    String recall(int step) {
        at = Math.clamp(at + (long) step, 0, typed.size());
        return at < typed.size() ? typed.get(at) : "";
    }
}
