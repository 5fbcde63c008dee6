package dev.lamina.vmlaunch;

import dev.lamina.model.problem.ExternalException;
import org.jspecify.annotations.Nullable;

/// The guest did not do what the control channel asked for.
public final class GuestControlException extends ExternalException {
    private final String request;
    private final String reason;

    public GuestControlException(String request, String reason, @Nullable String hint) {
        super("the guest did not answer '" + request + "': " + reason, hint);
        this.request = request;
        this.reason = reason;
    }

    public String request() {
        return request;
    }

    /// The message without what was asked for.
    public String reason() {
        return reason;
    }
}
