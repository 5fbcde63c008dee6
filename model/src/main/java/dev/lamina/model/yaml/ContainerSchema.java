package dev.lamina.model.yaml;

import static dev.lamina.model.yaml.Keys.TEXTS;
import static dev.lamina.model.yaml.Keys.TEXT_MAP;
import static dev.lamina.model.yaml.Keys.key;
import static dev.lamina.model.yaml.Keys.list;
import static dev.lamina.model.yaml.Keys.required;

import dev.lamina.model.yaml.Schema.ListOf;
import dev.lamina.model.yaml.Schema.Plain;
import dev.lamina.model.yaml.Schema.Shape;
import java.util.List;

/// The keys of a container, in a document and in the label of an image.
final class ContainerSchema {
    /// What an image's label may say: a container without name and image.
    static final Shape LABEL = new Shape(
            "label",
            List.of(
                    key(
                            "capabilities",
                            TEXTS,
                            "The capabilities of the container, such as `CAP_NET_ADMIN`; or only `all` or `none`."),
                    key("capabilities.add", TEXTS, "Capabilities in addition to those of the image's label."),
                    key("ambient", TEXTS, "Capabilities that programs without file capabilities keep."),
                    key("mounts", list(RuntimeSchema.MOUNT), "File systems to mount in the container."),
                    key(
                            "binds",
                            TEXTS,
                            "Host paths or volumes to show in the container: `source:destination[:options]`."),
                    key("binds.add", TEXTS, "Binds in addition to those of the image's label."),
                    key("devices", list(RuntimeSchema.DEVICE), "Devices to create in the container and to allow."),
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
                    key("resources", ResourcesSchema.RESOURCES, "Limits of memory, processor time, disks and devices."),
                    key("sysctl", TEXT_MAP, "Kernel settings of the container, such as `net.ipv4.ip_forward: \"1\"`."),
                    key("rlimits", TEXTS, "Limits as `name,soft,hard`, such as `nofile,1024,unlimited`."),
                    key(
                            "uidMappings",
                            list(RuntimeSchema.ID_MAPPING),
                            "How user ids of the container map to the host's."),
                    key(
                            "gidMappings",
                            list(RuntimeSchema.ID_MAPPING),
                            "How group ids of the container map to the host's."),
                    key("annotations", TEXT_MAP, "Free notes that are handed to the runtime."),
                    key(
                            "runtime",
                            RuntimeSchema.RUNTIME,
                            "What is prepared outside of the container before it starts.")));

    static final Shape CONTAINER = new Shape(
                    "container",
                    List.of(
                            required(
                                    "name",
                                    Plain.TEXT,
                                    "The container's name, and the name of its directory in the system."),
                            required("image", Plain.TEXT, "The image of the container.")))
            .with(LABEL);

    private ContainerSchema() {}
}
