package dev.lamina.vmlaunch.remote;

import dev.lamina.vmlaunch.GuestControl;
import java.time.Duration;
import java.util.List;

/// The guest's control channel, which another process holds.
final class RemoteControl implements GuestControl {
    private final RemoteVm vm;

    RemoteControl(RemoteVm vm) {
        this.vm = vm;
    }

    @Override
    public boolean awaitReady(Duration timeout) {
        return vm.ask(Request.of(Verb.READY).within(timeout)).truth();
    }

    @Override
    public ExecResult exec(List<String> command, Duration timeout) {
        return execIn("", command, timeout);
    }

    /// @param service empty stands for the system itself
    @Override
    public ExecResult execIn(String service, List<String> command, Duration timeout) {
        return vm.ask(new Request(Verb.EXEC, service, command, timeout)).result();
    }

    @Override
    public String logs(String component, Duration timeout) {
        return vm.ask(Request.of(Verb.LOGS, component).within(timeout)).text();
    }

    @Override
    public void service(ServiceAction action, String name, Duration timeout) {
        Verb verb = switch (action) {
            case START -> Verb.START;
            case STOP -> Verb.STOP;
            case RESTART -> Verb.RESTART;
        };
        vm.ask(Request.of(verb, name).within(timeout));
    }

    @Override
    public void powerOff(Duration timeout) {
        vm.ask(Request.of(Verb.POWEROFF).within(timeout));
    }
}
