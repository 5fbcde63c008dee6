package dev.lamina.model.known;

/// One thing that an image needs or does.
///
/// @param value a capability (`CAP_CHOWN` or `all`), a user's number, a path, a port (`80/tcp`) or a namespace (`pid`)
/// @param when it is so
/// @param why in a few words; empty for none
/// @param source the number of the source that says so
public record Claim(Kind kind, String value, Condition when, String why, int source) {

    public enum Kind {
        /// A capability without which it does not work.
        NEEDS,
        /// A capability that it can make use of.
        MAY,
        /// The user that the image names; LinuxKit takes no notice of it.
        USER,
        /// `root`, when it does not run as root.
        REFUSES,
        /// A directory that it writes to.
        WRITES,
        /// A directory whose loss matters.
        DATA,
        PORT,
        /// A path at which something of the system has to be.
        MOUNT,
        /// A namespace of the system.
        SHARES
    }
}
