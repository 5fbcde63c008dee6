package dev.lamina.model.yaml;

import java.util.Set;
import java.util.TreeSet;

/// The option words that runtimes understand for a bind.
final class MountOptions {
    static final Set<String> PROPAGATION =
            Set.of("shared", "rshared", "slave", "rslave", "private", "rprivate", "unbindable", "runbindable");

    /// Those of the OCI runtime specification and of mount(8).
    private static final Set<String> FLAGS = Set.of(
            "async",
            "atime",
            "bind",
            "defaults",
            "dev",
            "diratime",
            "dirsync",
            "exec",
            "idmap",
            "iversion",
            "lazytime",
            "loud",
            "mand",
            "noatime",
            "nodev",
            "nodiratime",
            "noexec",
            "noiversion",
            "nolazytime",
            "nomand",
            "norelatime",
            "nostrictatime",
            "nosuid",
            "nosymfollow",
            "ratime",
            "rbind",
            "rdev",
            "rdiratime",
            "relatime",
            "remount",
            "rexec",
            "ridmap",
            "rnoatime",
            "rnodev",
            "rnodiratime",
            "rnoexec",
            "rnorelatime",
            "rnostrictatime",
            "rnosuid",
            "rnosymfollow",
            "ro",
            "rrelatime",
            "rro",
            "rrw",
            "rstrictatime",
            "rsuid",
            "rsymfollow",
            "rw",
            "silent",
            "strictatime",
            "suid",
            "symfollow",
            "sync",
            "tmpcopyup");

    private MountOptions() {}

    static Set<String> all() {
        Set<String> all = new TreeSet<>(FLAGS);
        all.addAll(PROPAGATION);
        return all;
    }

    static boolean known(String option) {
        return FLAGS.contains(option) || PROPAGATION.contains(option);
    }
}
