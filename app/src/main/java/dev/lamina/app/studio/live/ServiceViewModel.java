package dev.lamina.app.studio.live;

import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.vmlaunch.GuestControl.ServiceAction;
import java.time.Duration;

/// Starts, stops and restarts services of the running system.
final class ServiceViewModel {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final DocumentSession session;
    private final GuestCalls calls;

    ServiceViewModel(DocumentSession session, GuestCalls calls) {
        this.session = session;
        this.calls = calls;
    }

    /// The lights of the cards tell what becomes of it.
    void ask(ServiceAction action, String name) {
        calls.ask(
                control -> {
                    control.service(action, name, PATIENCE);
                    return name;
                },
                done -> {},
                session::say);
    }
}
