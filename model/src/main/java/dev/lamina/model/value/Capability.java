package dev.lamina.model.value;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The capabilities of Linux, in the order of their numbers in `linux/capability.h`.
public enum Capability {
    CHOWN("Change the owner of any file."),
    DAC_OVERRIDE("Read, write and run any file whatever its permission bits say."),
    DAC_READ_SEARCH("Read any file and list any directory."),
    FOWNER("Change permissions and attributes of files that belong to others."),
    FSETID("Keep the set-user-id and set-group-id bits when a file changes."),
    KILL("Send signals to any process."),
    SETGID("Take on any group."),
    SETUID("Take on any user."),
    SETPCAP("Change its own sets of capabilities."),
    LINUX_IMMUTABLE("Mark files as unchangeable or append-only, and unmark them."),
    NET_BIND_SERVICE("Listen on ports below 1024."),
    NET_BROADCAST("Send broadcasts and receive multicasts."),
    NET_ADMIN("Configure interfaces, addresses, routes and the firewall."),
    NET_RAW("Send and receive raw packets, as ping does."),
    IPC_LOCK("Keep memory from being swapped out."),
    IPC_OWNER("Use shared memory, semaphores and message queues of others."),
    SYS_MODULE("Load and unload kernel modules."),
    SYS_RAWIO("Use I/O ports and raw disk commands."),
    SYS_CHROOT("Change its root directory and join mount namespaces."),
    SYS_PTRACE("Inspect and steer any process."),
    SYS_PACCT("Switch process accounting on and off."),
    SYS_ADMIN("Mount file systems and do most other work of an administrator."),
    SYS_BOOT("Restart the machine and load another kernel."),
    SYS_NICE("Raise the priority of any process."),
    SYS_RESOURCE("Go beyond quotas and resource limits."),
    SYS_TIME("Set the clock."),
    SYS_TTY_CONFIG("Configure terminals and hang them up."),
    MKNOD("Create device files."),
    LEASE("Take leases on files of others."),
    AUDIT_WRITE("Write to the kernel's audit log."),
    AUDIT_CONTROL("Configure the kernel's audit log."),
    SETFCAP("Give capabilities to files."),
    MAC_OVERRIDE("Go beyond mandatory access control."),
    MAC_ADMIN("Configure mandatory access control."),
    SYSLOG("Read and clear the kernel's messages."),
    WAKE_ALARM("Set timers that wake the machine up."),
    BLOCK_SUSPEND("Keep the machine from sleeping."),
    AUDIT_READ("Read the kernel's audit log."),
    PERFMON("Measure the performance of the system."),
    BPF("Load programs into the kernel (BPF)."),
    CHECKPOINT_RESTORE("Save running processes and bring them back.");

    private static final String PREFIX = "CAP_";

    private final String explanation;

    Capability(String explanation) {
        this.explanation = explanation;
    }

    /// As documents write it, e.g. `CAP_NET_ADMIN`.
    public String text() {
        return PREFIX + name();
    }

    /// One sentence that says what a program with it can do.
    public String explanation() {
        return explanation;
    }

    /// Those that a word of a document names: one, or each for `all`; none for `none` and what is not known.
    public static List<Capability> named(String word) {
        return word.equalsIgnoreCase("all")
                ? List.of(values())
                : parse(word).stream().toList();
    }

    /// Only the exact form: `CAP_` and upper case.
    public static Optional<Capability> parse(String text) {
        return Arrays.stream(values())
                .filter(capability -> capability.text().equals(text))
                .findFirst();
    }

    @Override
    public String toString() {
        return text();
    }
}
