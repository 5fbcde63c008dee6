package dev.lamina.model.yaml;

import static dev.lamina.model.yaml.Keys.TEXTS;
import static dev.lamina.model.yaml.Keys.key;
import static dev.lamina.model.yaml.Keys.list;

import dev.lamina.model.yaml.Schema.Plain;
import dev.lamina.model.yaml.Schema.Shape;
import java.util.List;

/// The keys of what is mounted in a container, given to it and prepared around it.
final class RuntimeSchema {
    static final Shape ID_MAPPING = new Shape(
            "id mapping",
            List.of(
                    key("hostID", Plain.NUMBER, "The first id on the host."),
                    key("containerID", Plain.NUMBER, "The first id in the container."),
                    key("size", Plain.NUMBER, "How many ids are mapped.")));

    static final Shape MOUNT = new Shape(
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

    static final Shape DEVICE = new Shape(
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

    static final Shape INTERFACE = new Shape(
            "interface",
            List.of(
                    key("name", Plain.TEXT, "The interface's name."),
                    key("add", Plain.TEXT, "Creates an interface of this type, such as `veth` or `wireguard`."),
                    key("peer", Plain.TEXT, "The name of the other end of a `veth` pair."),
                    key(
                            "createInRoot",
                            Plain.TRUTH,
                            "Creates it in the root network namespace first and then moves it.")));

    static final Shape BIND_NS = new Shape(
            "bindNS",
            List.of(
                    key("cgroup", Plain.TEXT, "The file to keep the cgroup namespace at."),
                    key("ipc", Plain.TEXT, "The file to keep the IPC namespace at."),
                    key("mnt", Plain.TEXT, "The file to keep the mount namespace at."),
                    key("net", Plain.TEXT, "The file to keep the network namespace at."),
                    key("pid", Plain.TEXT, "The file to keep the process namespace at."),
                    key("user", Plain.TEXT, "The file to keep the user namespace at."),
                    key("uts", Plain.TEXT, "The file to keep the host name namespace at.")));

    static final Shape RUNTIME = new Shape(
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

    private RuntimeSchema() {}
}
