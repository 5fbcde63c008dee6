package dev.lamina.model.yaml;

import java.util.List;
import java.util.stream.Stream;

/// The keys of a composition: the one table that parsing, suggestions and documentation come from.
public final class Schema {
    private Schema() {}

    /// What a value may be.
    public sealed interface Type {
        /// The type in the words of messages and documentation.
        String words();
    }

    /// The types that are one word or number.
    public enum Plain implements Type {
        TEXT("a text"),
        TRUTH("true or false"),
        NUMBER("a whole number"),
        OWNER("a number or a container's name");

        private final String words;

        Plain(String words) {
            this.words = words;
        }

        @Override
        public String words() {
            return words;
        }
    }

    /// Any number of values of one type.
    public record ListOf(Type element) implements Type {
        @Override
        public String words() {
            return switch (element) {
                case Plain.TEXT -> "a list of texts";
                case Plain.OWNER -> "a list of numbers or container names";
                default -> "a list";
            };
        }
    }

    /// Free keys with texts as values.
    public record TextMap() implements Type {
        @Override
        public String words() {
            return "a mapping of texts to texts";
        }
    }

    /// A mapping with known keys.
    public record Shape(String name, List<Key> keys) implements Type {
        public Shape {
            keys = List.copyOf(keys);
        }

        @Override
        public String words() {
            return "a mapping";
        }

        List<String> names() {
            return keys.stream().map(Key::name).toList();
        }

        List<String> required() {
            return keys.stream().filter(Key::required).map(Key::name).toList();
        }

        private Shape with(Shape more) {
            return new Shape(
                    name, Stream.concat(keys.stream(), more.keys.stream()).toList());
        }
    }

    /// @param doc one line that says what the key is for
    public record Key(String name, Type type, boolean required, String doc) {}

    private static final Type TEXTS = new ListOf(Plain.TEXT);
    private static final Type TEXT_MAP = new TextMap();

    private static Key key(String name, Type type, String doc) {
        return new Key(name, type, false, doc);
    }

    private static Key required(String name, Type type, String doc) {
        return new Key(name, type, true, doc);
    }

    private static Type list(Shape shape) {
        return new ListOf(shape);
    }

    public static final Shape KERNEL = new Shape(
            "kernel",
            List.of(
                    key("image", Plain.TEXT, "The image that holds the kernel."),
                    key("cmdline", Plain.TEXT, "The kernel command line, such as `console=ttyS0`."),
                    key("binary", Plain.TEXT, "The kernel's file in the image; `kernel` unless given."),
                    key(
                            "tar",
                            Plain.TEXT,
                            "The tar of modules in the image; `kernel.tar` unless given, `none` for no tar."),
                    key("ucode", Plain.TEXT, "The file of processor microcode in the image; none unless given.")));

    public static final Shape ID_MAPPING = new Shape(
            "id mapping",
            List.of(
                    key("hostID", Plain.NUMBER, "The first id on the host."),
                    key("containerID", Plain.NUMBER, "The first id in the container."),
                    key("size", Plain.NUMBER, "How many ids are mapped.")));

    public static final Shape MOUNT = new Shape(
            "mount",
            List.of(
                    key("destination", Plain.TEXT, "Where in the container."),
                    key("type", Plain.TEXT, "The kind of file system, such as `tmpfs`, `proc` or `bind`."),
                    key(
                            "source",
                            Plain.TEXT,
                            "What is mounted: a path, a device, or the name of a volume for type `bind`."),
                    key("options", TEXTS, "Mount options, such as `ro` or `nosuid`."),
                    key("uidmappings", list(ID_MAPPING), "How user ids are mapped on this mount."),
                    key("gidmappings", list(ID_MAPPING), "How group ids are mapped on this mount.")));

    public static final Shape DEVICE = new Shape(
            "device",
            List.of(
                    key("path", Plain.TEXT, "The device's file, such as `/dev/console`; `all` only allows access."),
                    key(
                            "type",
                            Plain.TEXT,
                            "`c` for characters, `b` for blocks, `p` for a pipe; `a` means all with path `all`."),
                    key("major", Plain.NUMBER, "The major number."),
                    key("minor", Plain.NUMBER, "The minor number."),
                    key("mode", Plain.TEXT, "The permission bits as octal digits in quotes, such as `\"0666\"`.")));

    public static final Shape INTERFACE = new Shape(
            "interface",
            List.of(
                    key("name", Plain.TEXT, "The interface's name."),
                    key("add", Plain.TEXT, "Creates an interface of this type, such as `veth` or `wireguard`."),
                    key("peer", Plain.TEXT, "The name of the other end of a `veth` pair."),
                    key(
                            "createInRoot",
                            Plain.TRUTH,
                            "Creates it in the root network namespace first and then moves it.")));

    public static final Shape BIND_NS = new Shape(
            "bindNS",
            List.of(
                    key("cgroup", Plain.TEXT, "The file to keep the cgroup namespace at."),
                    key("ipc", Plain.TEXT, "The file to keep the IPC namespace at."),
                    key("mnt", Plain.TEXT, "The file to keep the mount namespace at."),
                    key("net", Plain.TEXT, "The file to keep the network namespace at."),
                    key("pid", Plain.TEXT, "The file to keep the process namespace at."),
                    key("user", Plain.TEXT, "The file to keep the user namespace at."),
                    key("uts", Plain.TEXT, "The file to keep the host name namespace at.")));

    public static final Shape RUNTIME = new Shape(
            "runtime",
            List.of(
                    key("cgroups", TEXTS, "Control groups to create before the container starts."),
                    key("mounts", list(MOUNT), "Mounts made outside of the container before it starts."),
                    key("mkdir", TEXTS, "Directories to create before the container starts."),
                    key("interfaces", list(INTERFACE), "Network interfaces to create or move into the container."),
                    key(
                            "bindNS",
                            BIND_NS,
                            "Files to keep the container's namespaces at, for other containers to join."),
                    key("namespace", Plain.TEXT, "The containerd namespace of a service.")));

    public static final Shape DEVICE_RULE = new Shape(
            "device rule",
            List.of(
                    key("allow", Plain.TRUTH, "Allows the access if true, else forbids it."),
                    key("type", Plain.TEXT, "`c` for characters, `b` for blocks, `a` for both."),
                    key("major", Plain.NUMBER, "The major number; all unless given."),
                    key("minor", Plain.NUMBER, "The minor number; all unless given."),
                    key("access", Plain.TEXT, "Any of `r` read, `w` write, `m` create.")));

    public static final Shape MEMORY = new Shape(
            "memory",
            List.of(
                    key("limit", Plain.NUMBER, "The most memory, in bytes."),
                    key("reservation", Plain.NUMBER, "The memory to be kept when memory is short, in bytes."),
                    key("swap", Plain.NUMBER, "The most memory and swap together, in bytes."),
                    key("kernel", Plain.NUMBER, "The most kernel memory, in bytes."),
                    key("kernelTCP", Plain.NUMBER, "The most memory for TCP buffers, in bytes."),
                    key("swappiness", Plain.NUMBER, "How eagerly memory is swapped out, 0 to 100."),
                    key("disableOOMKiller", Plain.TRUTH, "Waits for memory in place of ending processes.")));

    public static final Shape CPU = new Shape(
            "cpu",
            List.of(
                    key("shares", Plain.NUMBER, "The share of processor time relative to others; 1024 is usual."),
                    key("quota", Plain.NUMBER, "The most processor time in each period, in microseconds."),
                    key("period", Plain.NUMBER, "The length of a period, in microseconds."),
                    key(
                            "realtimeRuntime",
                            Plain.NUMBER,
                            "The most real-time processor time in each period, in microseconds."),
                    key("realtimePeriod", Plain.NUMBER, "The length of a real-time period, in microseconds."),
                    key("cpus", Plain.TEXT, "The processors to run on, such as `0-2,4`."),
                    key("mems", Plain.TEXT, "The memory nodes to use, such as `0`.")));

    public static final Shape PIDS = new Shape("pids", List.of(key("limit", Plain.NUMBER, "The most processes.")));

    public static final Shape WEIGHT_DEVICE = new Shape(
            "weight device",
            List.of(
                    key("major", Plain.NUMBER, "The device's major number."),
                    key("minor", Plain.NUMBER, "The device's minor number."),
                    key("weight", Plain.NUMBER, "The share of this device's bandwidth, 10 to 1000."),
                    key("leafWeight", Plain.NUMBER, "The same against child groups.")));

    public static final Shape THROTTLE_DEVICE = new Shape(
            "throttle device",
            List.of(
                    key("major", Plain.NUMBER, "The device's major number."),
                    key("minor", Plain.NUMBER, "The device's minor number."),
                    key("rate", Plain.NUMBER, "The most bytes, or operations, in a second.")));

    public static final Shape BLOCK_IO = new Shape(
            "blockio",
            List.of(
                    key("weight", Plain.NUMBER, "The share of disk bandwidth, 10 to 1000."),
                    key("leafWeight", Plain.NUMBER, "The same against child groups."),
                    key("weightDevice", list(WEIGHT_DEVICE), "The shares of single devices."),
                    key("throttleReadBpsDevice", list(THROTTLE_DEVICE), "Limits of bytes read in a second."),
                    key("throttleWriteBpsDevice", list(THROTTLE_DEVICE), "Limits of bytes written in a second."),
                    key("throttleReadIOPSDevice", list(THROTTLE_DEVICE), "Limits of reads in a second."),
                    key("throttleWriteIOPSDevice", list(THROTTLE_DEVICE), "Limits of writes in a second.")));

    public static final Shape HUGEPAGE_LIMIT = new Shape(
            "hugepage limit",
            List.of(
                    key("pageSize", Plain.NUMBER, "The page size in bytes."),
                    key("limit", Plain.NUMBER, "The most memory in pages of this size, in bytes.")));

    public static final Shape NETWORK_PRIORITY = new Shape(
            "network priority",
            List.of(
                    key("name", Plain.TEXT, "The interface's name."),
                    key("priority", Plain.NUMBER, "The priority of what the container sends there.")));

    public static final Shape NETWORK = new Shape(
            "network",
            List.of(
                    key("classID", Plain.NUMBER, "The class that marks what the container sends."),
                    key("priorities", list(NETWORK_PRIORITY), "Priorities on single interfaces.")));

    public static final Shape RESOURCES = new Shape(
            "resources",
            List.of(
                    key("devices", list(DEVICE_RULE), "Which devices may be used, the later rule winning."),
                    key("memory", MEMORY, "Limits of memory."),
                    key("cpu", CPU, "Limits of processor time."),
                    key("pids", PIDS, "The limit of processes."),
                    key("blockio", BLOCK_IO, "Limits of disk bandwidth."),
                    key("hugepageLimits", list(HUGEPAGE_LIMIT), "Limits of huge pages."),
                    key("network", NETWORK, "Marks and priorities of network packets.")));

    /// What an image's label may say: a container without name and image.
    public static final Shape LABEL = new Shape(
            "label",
            List.of(
                    key(
                            "capabilities",
                            TEXTS,
                            "The capabilities of the container, such as `CAP_NET_ADMIN`; or only `all` or `none`."),
                    key("capabilities.add", TEXTS, "Capabilities in addition to those of the image's label."),
                    key("ambient", TEXTS, "Capabilities that programs without file capabilities keep."),
                    key("mounts", list(MOUNT), "File systems to mount in the container."),
                    key(
                            "binds",
                            TEXTS,
                            "Host paths or volumes to show in the container: `source:destination[:options]`."),
                    key("binds.add", TEXTS, "Binds in addition to those of the image's label."),
                    key("devices", list(DEVICE), "Devices to create in the container and to allow."),
                    key("tmpfs", TEXTS, "Temporary file systems in memory: `destination[:options]`."),
                    key("command", TEXTS, "The program to run with its arguments; the image's own unless given."),
                    key("env", TEXTS, "Environment variables as `NAME=value`, in place of the image's."),
                    key("cwd", Plain.TEXT, "The directory to start in."),
                    key("net", Plain.TEXT, "The network namespace: `host`, `new`, `none` or a path."),
                    key("pid", Plain.TEXT, "The process namespace: `host`, `new` or a path; new unless given."),
                    key("ipc", Plain.TEXT, "The IPC namespace: `host`, `new` or a path."),
                    key("uts", Plain.TEXT, "The host name namespace: `host`, `new` or a path."),
                    key("userns", Plain.TEXT, "The user namespace: `host`, `new` or a path."),
                    key("readonly", Plain.TRUTH, "Makes the container's root file system read-only."),
                    key("maskedPaths", TEXTS, "Paths that the container cannot read."),
                    key("readonlyPaths", TEXTS, "Paths that the container cannot write."),
                    key("uid", Plain.OWNER, "The user that the program runs as."),
                    key("gid", Plain.OWNER, "The group that the program runs as."),
                    key("additionalGids", new ListOf(Plain.OWNER), "More groups that the program belongs to."),
                    key("noNewPrivileges", Plain.TRUTH, "Keeps programs from gaining privileges by set-user-id files."),
                    key("hostname", Plain.TEXT, "The host name in the container; needs `uts: new`."),
                    key(
                            "oomScoreAdj",
                            Plain.NUMBER,
                            "How early the program is ended when memory is short, -1000 (never) to 1000."),
                    key(
                            "rootfsPropagation",
                            Plain.TEXT,
                            "How mounts spread: `shared`, `slave`, `private`, `unbindable` or with an `r` before."),
                    key("cgroupsPath", Plain.TEXT, "The control group of the container."),
                    key("resources", RESOURCES, "Limits of memory, processor time, disks and devices."),
                    key("sysctl", TEXT_MAP, "Kernel settings of the container, such as `net.ipv4.ip_forward: \"1\"`."),
                    key("rlimits", TEXTS, "Limits as `name,soft,hard`, such as `nofile,1024,unlimited`."),
                    key("uidMappings", list(ID_MAPPING), "How user ids of the container map to the host's."),
                    key("gidMappings", list(ID_MAPPING), "How group ids of the container map to the host's."),
                    key("annotations", TEXT_MAP, "Free notes that are handed to the runtime."),
                    key("runtime", RUNTIME, "What is prepared outside of the container before it starts.")));

    public static final Shape CONTAINER = new Shape(
                    "container",
                    List.of(
                            required(
                                    "name",
                                    Plain.TEXT,
                                    "The container's name, and the name of its directory in the system."),
                            required("image", Plain.TEXT, "The image of the container.")))
            .with(LABEL);

    public static final Shape FILE = new Shape(
            "file",
            List.of(
                    required("path", Plain.TEXT, "Where in the system."),
                    key("contents", Plain.TEXT, "The file's text."),
                    key("source", Plain.TEXT, "A file of this computer to copy; `~/` is your home folder."),
                    key("symlink", Plain.TEXT, "Makes a symbolic link to this path."),
                    key("directory", Plain.TRUTH, "Makes a directory if true."),
                    key("metadata", Plain.TEXT, "Writes the whole composition: `yaml` or `json`."),
                    key("optional", Plain.TRUTH, "Leaves the file out when its source is not there."),
                    key(
                            "mode",
                            Plain.TEXT,
                            "The permission bits as octal digits in quotes; `\"0600\"` unless given, `\"0700\"` for directories."),
                    key("uid", Plain.OWNER, "The user that the file belongs to; root unless given."),
                    key("gid", Plain.OWNER, "The group that the file belongs to; root unless given.")));

    public static final Shape VOLUME = new Shape(
            "volume",
            List.of(
                    required("name", Plain.TEXT, "The volume's name: `a` to `z`, `0` to `9`, `_` and `-`."),
                    key("image", Plain.TEXT, "The image whose files the volume begins with; empty unless given."),
                    key("readonly", Plain.TRUTH, "Keeps containers from writing to it."),
                    key(
                            "format",
                            Plain.TEXT,
                            "`filesystem` for the image's files, `oci` for the image as an OCI layout."),
                    key(
                            "platforms",
                            TEXTS,
                            "The platforms that an OCI layout holds, such as `linux/amd64`; all unless given.")));

    public static final Shape TRUST = new Shape(
            "trust",
            List.of(
                    key("image", TEXTS, "Accepted and ignored, as in LinuxKit."),
                    key("org", TEXTS, "Accepted and ignored, as in LinuxKit.")));

    public static final Shape ROOT = new Shape(
            "composition",
            List.of(
                    key("kernel", KERNEL, "The kernel to boot."),
                    key("init", TEXTS, "Images whose files make the root file system, the later over the earlier."),
                    key(
                            "onboot",
                            list(CONTAINER),
                            "Containers that run once, one after the other, when the system starts."),
                    key(
                            "onshutdown",
                            list(CONTAINER),
                            "Containers that run once, one after the other, when the system stops."),
                    key("services", list(CONTAINER), "Containers that run all the time."),
                    key("files", list(FILE), "Single files that are added last."),
                    key("volumes", list(VOLUME), "Named directory trees that containers share."),
                    key("trust", TRUST, "Accepted and ignored, as in LinuxKit.")));

    /// Every mapping with known keys, from the root inwards.
    public static List<Shape> shapes() {
        return List.of(
                ROOT,
                KERNEL,
                CONTAINER,
                FILE,
                VOLUME,
                TRUST,
                MOUNT,
                DEVICE,
                ID_MAPPING,
                RUNTIME,
                INTERFACE,
                BIND_NS,
                RESOURCES,
                DEVICE_RULE,
                MEMORY,
                CPU,
                PIDS,
                BLOCK_IO,
                WEIGHT_DEVICE,
                THROTTLE_DEVICE,
                HUGEPAGE_LIMIT,
                NETWORK,
                NETWORK_PRIORITY);
    }
}
