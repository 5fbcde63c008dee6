package dev.lamina.vmlaunch.hyperv;

/// Something of Hyper-V that was made for a machine of Lamina, and whose Lamina is gone.
public record HypervOrphan(Kind kind, String id) {

    /// What it is.
    public enum Kind {
        MACHINE,
        /// The network's end of its cable.
        NETWORK_CARD
    }

    /// For a list.
    @Override
    public String toString() {
        return switch (kind) {
            case MACHINE -> "machine " + id;
            case NETWORK_CARD -> "network card " + id;
        };
    }
}
