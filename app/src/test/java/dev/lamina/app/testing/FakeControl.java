package dev.lamina.app.testing;

import dev.lamina.vmlaunch.GuestControl;
import dev.lamina.vmlaunch.GuestControlException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An agent of a guest that a test plays: it knows some commands, and answers nothing else in time.
public final class FakeControl implements GuestControl {
    private final Map<String, ExecResult> answers = new HashMap<>();
    private boolean exists = true;

    /// A hypervisor that has no such channel.
    public static FakeControl missing() {
        FakeControl control = new FakeControl();
        control.exists = false;
        return control;
    }

    /// @param command as a line of a shell, behind `SERVICE: ` when it runs in one; `logs NAME` for a log
    public FakeControl on(String command, int code, String output) {
        answers.put(command, new ExecResult(code, output, false));
        return this;
    }

    private ExecResult answer(String request) {
        return Optional.ofNullable(answers.get(request))
                .orElseThrow(() -> new GuestControlException(request, "nothing within 1 ms", null));
    }

    private static String line(List<String> command) {
        return command.getFirst().equals("sh") ? command.getLast() : String.join(" ", command);
    }

    @Override
    public boolean exists() {
        return exists;
    }

    @Override
    public boolean awaitReady(Duration timeout) {
        return exists;
    }

    @Override
    public ExecResult exec(List<String> command, Duration timeout) {
        return answer(line(command));
    }

    @Override
    public ExecResult execIn(String service, List<String> command, Duration timeout) {
        return answer(service + ": " + line(command));
    }

    @Override
    public String logs(String component, Duration timeout) {
        return answer("logs " + component).output();
    }

    @Override
    public void service(ServiceAction action, String name, Duration timeout) {
        answer("service " + action + " " + name);
    }

    @Override
    public void powerOff(Duration timeout) {
        answer("poweroff");
    }
}
