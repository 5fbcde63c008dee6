package dev.lamina.app.testing;

import dev.lamina.vmlaunch.GuestControl;
import dev.lamina.vmlaunch.GuestControlException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/// A guest that answers what a test wants, and remembers what it was asked.
public final class FakeGuest implements GuestControl {
    private final Map<String, ExecResult> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final BiFunction<String, List<String>, Optional<ExecResult>> others;

    public FakeGuest() {
        this((name, command) -> Optional.empty());
    }

    private FakeGuest(BiFunction<String, List<String>, Optional<ExecResult>> others) {
        this.others = others;
    }

    /// @param answers to commands in a service, or in the system when its name is empty; to a question for a log with
    ///     its name and no command
    public static FakeGuest answering(BiFunction<String, List<String>, ExecResult> answers) {
        return new FakeGuest((name, command) -> Optional.of(answers.apply(name, command)));
    }

    /// @param request e.g. `exec id -u`, `enter web id -u` or `logs web`
    public FakeGuest says(String request, int code, String output) {
        answers.put(request, new ExecResult(code, output, false));
        return this;
    }

    public synchronized List<String> asked() {
        return List.copyOf(asked);
    }

    private ExecResult answer(String verb, String request, String name, List<String> command) {
        remember(request);
        return Optional.ofNullable(answers.get(request))
                .or(() -> others.apply(name, command))
                .orElseThrow(() -> new GuestControlException(verb, "it knows nothing of '" + request + "'", null));
    }

    private synchronized void remember(String request) {
        asked.add(request);
    }

    @Override
    public boolean awaitReady(Duration timeout) {
        return true;
    }

    @Override
    public ExecResult exec(List<String> command, Duration timeout) {
        return answer("exec", "exec " + String.join(" ", command), "", command);
    }

    @Override
    public ExecResult execIn(String service, List<String> command, Duration timeout) {
        return answer("enter", "enter " + service + " " + String.join(" ", command), service, command);
    }

    @Override
    public String logs(String component, Duration timeout) {
        return answer("logs", "logs " + component, component, List.of()).output();
    }

    @Override
    public void service(ServiceAction action, String name, Duration timeout) {
        answer("service", action + " " + name, name, List.of());
    }

    @Override
    public void powerOff(Duration timeout) {
        answer("poweroff", "poweroff", "", List.of());
    }
}
