package dev.lamina.vmlaunch.qemu;

import dev.lamina.vmlaunch.GuestControl;
import dev.lamina.vmlaunch.GuestControlException;
import dev.lamina.vmlaunch.guest.LineGuestControl;
import dev.lamina.vmlaunch.host.SocketStreams;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/// The control channel of a machine in the background: one connection a call, so that several processes can take turns.
final class DetachedControl implements GuestControl {
    private final DetachedSockets sockets;

    DetachedControl(DetachedSockets sockets) {
        this.sockets = sockets;
    }

    private <T> T call(String request, Function<LineGuestControl, T> call) {
        String prefix = UUID.randomUUID().toString().substring(0, 8) + "-";
        try (SocketStreams streams = sockets.connect(Channels.Name.CONTROL);
                LineGuestControl control = new LineGuestControl(streams.input(), streams.output(), prefix)) {
            return call.apply(control);
        } catch (IOException e) {
            throw new GuestControlException(request, "the machine has ended", null);
        }
    }

    /// The guest is another one than a moment ago: [LineGuestControl#startAfresh()].
    void startAfresh() {
        call("ping", control -> {
            control.startAfresh();
            return true;
        });
    }

    @Override
    public boolean awaitReady(Duration timeout) {
        return call("ping", control -> control.awaitReady(timeout));
    }

    @Override
    public ExecResult exec(List<String> command, Duration timeout) {
        return call("exec", control -> control.exec(command, timeout));
    }

    @Override
    public ExecResult execIn(String service, List<String> command, Duration timeout) {
        return call("enter", control -> control.execIn(service, command, timeout));
    }

    @Override
    public String logs(String component, Duration timeout) {
        return call("logs", control -> control.logs(component, timeout));
    }

    @Override
    public void service(ServiceAction action, String name, Duration timeout) {
        call("service", control -> {
            control.service(action, name, timeout);
            return true;
        });
    }

    @Override
    public void powerOff(Duration timeout) {
        call("poweroff", control -> {
            control.powerOff(timeout);
            return true;
        });
    }
}
