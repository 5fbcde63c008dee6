package dev.lamina.app.system;

/// What a running service may do, as the kernel tells of its first process.
///
/// @param uid its user
/// @param can its effective capabilities, in hexadecimal digits
/// @param atMost those that it could ever get
/// @param ownIds whether it has process ids of its own
/// @param readOnly whether its root cannot be written
/// @param filtered whether system calls are filtered
record ServiceRights(int uid, String can, String atMost, boolean ownIds, boolean readOnly, boolean filtered) {
    private static final String LEADING_ZEROS = "^0+(?=.)";

    static ServiceRights of(BootedSystem system, String service) {
        String pid = system.exec("cat /run/lamina/services/" + service + "/pid").strip();
        String[] status = system.exec("awk '/^(Uid|CapEff|CapBnd|Seccomp):/ { print $2 }' /proc/" + pid + "/status")
                .split("\n");
        String ids = system.exec("for each in " + pid + " 1; do readlink /proc/$each/ns/pid; done");
        String root = system.exec("awk '$5 == \"/\" { print $6 }' /proc/" + pid + "/mountinfo");
        return new ServiceRights(
                Integer.parseInt(status[0]),
                status[1].replaceFirst(LEADING_ZEROS, ""),
                status[2].replaceFirst(LEADING_ZEROS, ""),
                ids.lines().distinct().count() == 2,
                root.startsWith("ro"),
                status[3].equals("2"));
    }

    /// A user and capabilities, and all that confines.
    static ServiceRights confined(int uid, String capabilities) {
        return new ServiceRights(uid, capabilities, capabilities, true, true, true);
    }
}
