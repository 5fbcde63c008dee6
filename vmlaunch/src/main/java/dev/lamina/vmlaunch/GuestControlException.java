package dev.lamina.vmlaunch;

import dev.lamina.model.problem.ExternalException;
import org.jspecify.annotations.Nullable;

/// The guest did not do what the control channel asked for.
public final class GuestControlException extends ExternalException {
    private final String request;

    public GuestControlException(String request, String reason, @Nullable String hint) {
        super("the guest did not answer '" + request + "': " + reason, hint);
        this.request = request;
    }

    public String request() {
        return request;
    }
}
