package dev.lamina.assembler.packages.index;

import dev.lamina.model.problem.EnvironmentException;
import java.util.List;

/// No mirror gave an index of Debian's packages that can be believed.
public final class NoTrustedIndexException extends EnvironmentException {
    private final List<String> reasons;

    NoTrustedIndexException(String suite, List<String> reasons) {
        super(
                "no mirror gives an index of Debian " + suite + " that can be trusted: " + String.join("; ", reasons),
                "check the network and this computer's clock, or name another mirror in LAMINA_DEBIAN_MIRROR");
        this.reasons = List.copyOf(reasons);
    }

    /// One for each mirror, beginning with its address.
    public List<String> reasons() {
        return reasons;
    }
}
