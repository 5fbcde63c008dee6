package dev.lamina.app.cli;

import dev.lamina.app.operation.MachineFailedException;
import dev.lamina.vmlaunch.VmExit;
import dev.lamina.vmlaunch.VmHandle;
import dev.lamina.vmlaunch.terminal.TerminalSession;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// `lamina run` without `--until`: joins the console to the terminal or the pipes of this process, until
/// the machine ends or the user ends it.
final class ConsoleSession {
    /// For the guest to stop its services after the quit key.
    static final Duration GRACE = Duration.ofSeconds(8);

    private final Session session;
    private final VmHandle vm;

    ConsoleSession(Session session, VmHandle vm) {
        this.session = session;
        this.vm = vm;
    }

    /// @throws MachineFailedException the machine did not end by power-off or the quit key
    void run() throws InterruptedException {
        if (session.options().json) {
            report(vm.waitForExit());
        } else if (join() == TerminalSession.End.QUIT) {
            session.tell("\nEnding " + vm.name() + " …");
            vm.shutdown(GRACE);
        } else {
            check(vm.waitForExit());
        }
    }

    private TerminalSession.End join() throws InterruptedException {
        try (UserTerminal terminal = UserTerminal.open(session)) {
            String press = "press " + terminal.quitKey();
            announce(terminal.isRaw() ? press : "power it off there, or " + press + " here", terminal.lineEnd());
            try (FatalNote ignored = tellOfTheEnd(press, terminal.lineEnd())) {
                return terminal.run(vm.console());
            }
        }
    }

    /// After a panic nothing happens any more, and the console does not say so.
    private FatalNote tellOfTheEnd(String howToEnd, String lineEnd) {
        return FatalNote.on(
                vm.console(),
                failure -> session.tell(lineEnd + "\n" + vm.name() + " has failed: " + failure.reason() + lineEnd
                        + "\nhint: " + failure.fix() + "; to end it " + howToEnd + lineEnd));
    }

    private void announce(String howToEnd, String lineEnd) {
        session.tell(vm.name() + " runs (" + vm.accelerator() + "); to end it " + howToEnd
                + "; its console is logged to " + vm.console().log() + lineEnd);
    }

    private void report(VmExit exit) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("machine", vm.name());
        object.put("accelerator", vm.accelerator());
        object.put("ended", exit.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        object.put("detail", exit.detail());
        object.put("consoleLog", vm.console().log());
        session.out().println(Json.line(object));
        check(exit);
    }

    private void check(VmExit exit) {
        if (exit.reason() != VmExit.Reason.POWERED_OFF) {
            throw new MachineFailedException(exit, vm.console().log());
        }
    }
}
