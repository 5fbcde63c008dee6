package dev.lamina.app.testing;

import dev.lamina.vmlaunch.GuestControl;
import dev.lamina.vmlaunch.GuestControlException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// A guest that answers what a test wants, and remembers what it was asked.
public final class FakeGuest implements GuestControl {
    private final Map<String, ExecResult> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new ArrayList<>();

    /// @param request e.g. `exec id -u`, `enter web id -u` or `logs web`
    public FakeGuest says(String request, int code, String output) {
        answers.put(request, new ExecResult(code, output, false));
        return this;
    }

    public synchronized List<String> asked() {
        return List.copyOf(asked);
    }

    private synchronized ExecResult answer(String verb, String request) {
        asked.add(request);
        ExecResult answer = answers.get(request);
        if (answer == null) {
            throw new GuestControlException(verb, "it knows nothing of '" + request + "'", null);
        }
        return answer;
    }

    @Override
    public boolean awaitReady(Duration timeout) {
        return true;
    }

    @Override
    public ExecResult exec(List<String> command, Duration timeout) {
        return answer("exec", "exec " + String.join(" ", command));
    }

    @Override
    public ExecResult execIn(String service, List<String> command, Duration timeout) {
        return answer("enter", "enter " + service + " " + String.join(" ", command));
    }

    @Override
    public String logs(String component, Duration timeout) {
        return answer("logs", "logs " + component).output();
    }

    @Override
    public void service(ServiceAction action, String name, Duration timeout) {
        answer("service", action + " " + name);
    }

    @Override
    public void powerOff(Duration timeout) {
        answer("poweroff", "poweroff");
    }
}
