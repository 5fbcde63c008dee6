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

    private GuestControlException(String message, String request, String reason, @Nullable String hint) {
        super(message, hint);
        this.request = request;
        this.reason = reason;
    }

    /// The guest understood, and knows no such container.
    ///
    /// @param word of the guest
    public static GuestControlException unknown(String request, String container, String word) {
        return word.equals("no-such-log")
                ? new GuestControlException(
                        "no container named " + container + " has printed anything",
                        request,
                        word,
                        "containers have the names of the composition")
                : new GuestControlException(
                        "no service named " + container + " runs in the system",
                        request,
                        word,
                        "'lamina exec service list' lists those that do");
    }

    public String request() {
        return request;
    }

    /// The message without what was asked for.
    public String reason() {
        return reason;
    }
}
