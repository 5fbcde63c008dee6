package dev.lamina.vmlaunch;

import dev.lamina.model.problem.ExternalException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The guest did not do what the control channel asked for.
public final class GuestControlException extends ExternalException {
    private final String request;

    public GuestControlException(String request, String reason, @Nullable String hint) {
        this(request, "the guest did not answer '" + request + "': " + reason, Optional.ofNullable(hint));
    }

    private GuestControlException(String request, String message, Optional<String> hint) {
        super(message, hint.orElse(null));
        this.request = request;
    }

    /// As another process was refused.
    public static GuestControlException told(String request, String message, @Nullable String hint) {
        return new GuestControlException(request, message, Optional.ofNullable(hint));
    }

    /// The guest understood, and knows no such container.
    ///
    /// @param word of the guest
    public static GuestControlException unknown(String request, String container, String word) {
        return word.equals("no-such-log")
                ? told(
                        request,
                        "no container named " + container + " has printed anything",
                        "containers have the names of the composition")
                : told(
                        request,
                        "no service named " + container + " runs in the system",
                        "'lamina exec service list' lists those that do");
    }

    public String request() {
        return request;
    }
}
