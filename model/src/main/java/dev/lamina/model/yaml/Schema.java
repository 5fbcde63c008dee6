package dev.lamina.model.yaml;

import static dev.lamina.model.yaml.Keys.TEXTS;
import static dev.lamina.model.yaml.Keys.key;
import static dev.lamina.model.yaml.Keys.list;
import static dev.lamina.model.yaml.Keys.required;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The keys of a composition: the one table that parsing, suggestions and documentation come from. What is in a
/// container stands in tables of its own.
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

        /// The key of that name.
        public Optional<Key> key(String name) {
            for (Key key : keys) {
                if (key.name().equals(name)) {
                    return Optional.of(key);
                }
            }
            return Optional.empty();
        }

        List<String> names() {
            return keys.stream().map(Key::name).toList();
        }

        List<String> required() {
            return keys.stream().filter(Key::required).map(Key::name).toList();
        }

        Shape with(Shape more) {
            return new Shape(
                    name, Stream.concat(keys.stream(), more.keys.stream()).toList());
        }
    }

    /// @param doc one line that says what the key is for
    public record Key(String name, Type type, boolean required, String doc) {}

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

    public static final Shape CONTAINER = ContainerSchema.CONTAINER;

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
                            "The permission bits as octal digits in quotes; `\"0600\"` unless given, `\"0700\"` for"
                                    + " directories."),
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

    private static final Shape TRUST = new Shape(
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
                RuntimeSchema.MOUNT,
                RuntimeSchema.DEVICE,
                RuntimeSchema.ID_MAPPING,
                RuntimeSchema.RUNTIME,
                RuntimeSchema.INTERFACE,
                RuntimeSchema.BIND_NS,
                ResourcesSchema.RESOURCES,
                ResourcesSchema.DEVICE_RULE,
                ResourcesSchema.MEMORY,
                ResourcesSchema.CPU,
                ResourcesSchema.PIDS,
                ResourcesSchema.BLOCK_IO,
                ResourcesSchema.WEIGHT_DEVICE,
                ResourcesSchema.THROTTLE_DEVICE,
                ResourcesSchema.HUGEPAGE_LIMIT,
                ResourcesSchema.NETWORK,
                ResourcesSchema.NETWORK_PRIORITY);
    }
}
