package dev.lamina.vmlaunch.natives;

import dev.lamina.model.problem.ExternalException;
import java.util.Optional;

/// A call of the Host Compute Service or of its networks failed. What that means for the user is told
/// apart by [#hresult()], where virtual machines are made; the message here is the last resort.
public final class HostComputeException extends ExternalException {
    private final int hresult;
    private final String call;
    private final transient Optional<String> resultDocument;

    /// @param hresult negative, e.g. `0x80370105`
    /// @param call the function, e.g. `HcsStartComputeSystem`
    /// @param resultDocument what the service says about it, as JSON of its own making
    public HostComputeException(int hresult, String call, Optional<String> resultDocument) {
        super("%s failed with 0x%08X".formatted(call, hresult), null);
        this.hresult = hresult;
        this.call = call;
        this.resultDocument = resultDocument;
    }

    public int hresult() {
        return hresult;
    }

    public String call() {
        return call;
    }

    public Optional<String> resultDocument() {
        return resultDocument;
    }
}
