package dev.lamina.model.mount;

import java.util.List;
import java.util.stream.Stream;

/// The mounts of the two inits, in the order in which they make them.
final class RootMounts {
    /// Of `doMounts` in LinuxKit's `pkg/init/cmd/rc.init/main.go`, with control groups of version 2.
    static final List<RootMount> LINUXKIT = List.of(
            RootMount.of("/proc", "proc", "proc", "nodev,nosuid,noexec,relatime"),
            RootMount.of("/run", "tmpfs", "tmpfs", "nodev,nosuid,noexec,relatime,size=10%,mode=755"),
            RootMount.of("/tmp", "tmpfs", "tmpfs", "nodev,nosuid,noexec,relatime,size=10%,mode=1777"),
            RootMount.of("/var", "tmpfs", "tmpfs", "nodev,nosuid,noexec,relatime,size=50%,mode=755"),
            RootMount.of("/dev", "devtmpfs", "dev", "nosuid,noexec,relatime,size=10m,nr_inodes=248418,mode=755"),
            RootMount.of("/dev/mqueue", "mqueue", "mqueue", "noexec,nosuid,nodev"),
            RootMount.of("/dev/shm", "tmpfs", "shm", "noexec,nosuid,nodev,mode=1777"),
            RootMount.of("/dev/pts", "devpts", "devpts", "noexec,nosuid,gid=5,mode=0620"),
            RootMount.of("/sys", "sysfs", "sysfs", "noexec,nosuid,nodev"),
            RootMount.ifPossible("/sys/kernel/security", "securityfs", "securityfs", "noexec,nosuid,nodev"),
            RootMount.ifPossible("/sys/kernel/debug", "debugfs", "debugfs", "noexec,nosuid,nodev"),
            RootMount.ifPossible("/sys/kernel/config", "configfs", "configfs", "noexec,nosuid,nodev"),
            RootMount.ifPossible("/sys/fs/fuse/connections", "fusectl", "fusectl", "noexec,nosuid,nodev"),
            RootMount.ifPossible("/sys/fs/selinux", "selinuxfs", "selinuxfs", "noexec,nosuid"),
            RootMount.ifPossible("/sys/fs/pstore", "pstore", "pstore", "noexec,nosuid,nodev"),
            RootMount.ifPossible("/sys/fs/bpf", "bpf", "bpffs", "nodev"),
            RootMount.ifPossible("/sys/firmware/efi/efivars", "efivarfs", "efivarfs", "noexec,nosuid,nodev"),
            RootMount.ifPossible("/proc/sys/fs/binfmt_misc", "binfmt_misc", "binfmt_misc", "noexec,nosuid,nodev"),
            RootMount.of("/sys/fs/cgroup", "cgroup2", "cgroup2", "noexec,nosuid,nodev"));

    private static final String USUAL = "nosuid,nodev,noexec,relatime";

    /// Of `rc.init`, `mounts.base` and `mounts.more` of `lamina/init`.
    static final List<RootMount> LAMINA = Stream.of(
                    RootMount.of("/proc", "proc", "proc", USUAL),
                    RootMount.of("/sys", "sysfs", "sysfs", USUAL),
                    RootMount.of(
                            "/dev", "devtmpfs", "dev", "nosuid,noexec,relatime,size=10m,nr_inodes=248418,mode=755"),
                    RootMount.of("/run", "tmpfs", "tmpfs", USUAL + ",size=10%,mode=755"),
                    RootMount.of("/tmp", "tmpfs", "tmpfs", USUAL + ",size=10%,mode=1777"),
                    RootMount.of("/var", "tmpfs", "tmpfs", USUAL + ",size=50%,mode=755"),
                    RootMount.of("/sys/fs/cgroup", "cgroup2", "cgroup2", USUAL),
                    RootMount.of("/dev/pts", "devpts", "devpts", "nosuid,noexec,relatime,gid=5,mode=0620"),
                    RootMount.of("/dev/shm", "tmpfs", "shm", USUAL + ",mode=1777"),
                    RootMount.of("/dev/mqueue", "mqueue", "mqueue", USUAL),
                    RootMount.ifPossible("/sys/kernel/security", "securityfs", "securityfs", USUAL),
                    RootMount.ifPossible("/sys/kernel/debug", "debugfs", "debugfs", USUAL),
                    RootMount.ifPossible("/sys/kernel/config", "configfs", "configfs", USUAL),
                    RootMount.ifPossible("/sys/fs/fuse/connections", "fusectl", "fusectl", USUAL),
                    RootMount.ifPossible("/sys/fs/selinux", "selinuxfs", "selinuxfs", "nosuid,noexec,relatime"),
                    RootMount.ifPossible("/sys/fs/pstore", "pstore", "pstore", USUAL),
                    RootMount.ifPossible("/sys/fs/bpf", "bpf", "bpf", USUAL + ",mode=700"),
                    RootMount.ifPossible("/sys/firmware/efi/efivars", "efivarfs", "efivarfs", USUAL),
                    RootMount.ifPossible("/proc/sys/fs/binfmt_misc", "binfmt_misc", "binfmt_misc", USUAL))
            .toList();

    private RootMounts() {}
}
