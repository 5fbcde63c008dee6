package dev.lamina.model.yaml;

import dev.lamina.model.Composition;
import dev.lamina.model.Container;
import dev.lamina.model.ContainerSpec;
import dev.lamina.model.ContainerSpec.BindNamespaces;
import dev.lamina.model.ContainerSpec.BlockIo;
import dev.lamina.model.ContainerSpec.Cpu;
import dev.lamina.model.ContainerSpec.Device;
import dev.lamina.model.ContainerSpec.DeviceRule;
import dev.lamina.model.ContainerSpec.HugepageLimit;
import dev.lamina.model.ContainerSpec.IdMapping;
import dev.lamina.model.ContainerSpec.Interface;
import dev.lamina.model.ContainerSpec.Memory;
import dev.lamina.model.ContainerSpec.Mount;
import dev.lamina.model.ContainerSpec.Network;
import dev.lamina.model.ContainerSpec.NetworkPriority;
import dev.lamina.model.ContainerSpec.Resources;
import dev.lamina.model.ContainerSpec.Runtime;
import dev.lamina.model.ContainerSpec.ThrottleDevice;
import dev.lamina.model.ContainerSpec.WeightDevice;
import dev.lamina.model.FileEntry;
import dev.lamina.model.Kernel;
import dev.lamina.model.Owner;
import dev.lamina.model.Volume;
import dev.lamina.model.value.Capability;
import dev.lamina.model.value.ImageRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Supplier;

/// Valid compositions with odd texts; the same for the same seed.
public final class RandomCompositions {
    private static final String[] ODD = {
        "",
        " ",
        "a",
        "yes",
        "no",
        "null",
        "~",
        "true",
        "0644",
        "1e3",
        "0o17",
        "1_000",
        "12:30",
        "2024-01-01",
        "@x",
        "a: b",
        "a #b",
        "#c",
        "- a",
        "-",
        "?",
        "*a",
        "&a",
        "!t",
        "|",
        ">",
        "%x",
        "`b",
        "'q'",
        "\"d\"",
        "\\n",
        "<<",
        "=",
        "{a}",
        "[b]",
        "a\nb",
        "\n",
        "  lead\nmore\n",
        "tail \n",
        "tab\there",
        "\ttab",
        "cr\rlf\r\n",
        "\u0001\u007f",
        "\u0085\u2028\u2029",
        "\ufeffbom",
        "ünïcode ☃ \ud83d\ude00",
        "---",
        "...",
        "x".repeat(200),
        "key: |\n  text\n\n"
    };

    private final Random random;

    public RandomCompositions(long seed) {
        random = new Random(seed);
    }

    public Composition next() {
        List<Volume> volumes = indexed(i -> volume("vol-" + i));
        return new Composition(
                new Kernel(
                        maybe(this::image), maybe(this::text), maybe(this::text), maybe(this::text), maybe(this::text)),
                list(this::image),
                list(() -> container("boot")),
                list(() -> container("down")),
                indexed(i -> container("service " + i)),
                indexed(i -> file("etc/" + i + "/" + text().replace("..", "x"))),
                volumes);
    }

    private interface Indexed<T> {
        T get(int index);
    }

    private <T> List<T> indexed(Indexed<T> next) {
        List<T> result = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            result.add(next.get(i));
        }
        return result;
    }

    private <T> List<T> list(Supplier<T> next) {
        return indexed(index -> next.get());
    }

    private <T> Optional<T> maybe(Supplier<T> next) {
        return random.nextInt(3) == 0 ? Optional.of(next.get()) : Optional.empty();
    }

    private OptionalLong maybeNumber() {
        return random.nextInt(3) == 0 ? OptionalLong.of(random.nextLong()) : OptionalLong.empty();
    }

    private Optional<List<String>> texts() {
        return maybe(() -> list(this::text));
    }

    private String text() {
        return random.nextInt(4) == 0 ? "word" + random.nextInt(9) : ODD[random.nextInt(ODD.length)];
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private ImageRef image() {
        return new ImageRef(
                one(List.of("docker.io/library/a:1", "lamina/getty", "ghcr.io/x/y@sha256:00", "localhost/ü")));
    }

    private Owner owner() {
        return random.nextBoolean() ? new Owner.Id(random.nextInt(1 << 20)) : Owner.ROOT;
    }

    private Volume volume(String name) {
        Optional<ImageRef> image = maybe(this::image);
        Volume.Format format = image.isPresent() ? one(List.of(Volume.Format.values())) : Volume.Format.FILESYSTEM;
        return new Volume(name, image, random.nextBoolean(), format, list(this::text));
    }

    private FileEntry file(String path) {
        FileEntry.Content content = switch (random.nextInt(5)) {
            case 0 -> new FileEntry.Directory();
            case 1 -> new FileEntry.Symlink("x" + text());
            case 2 -> new FileEntry.Source("x" + text());
            case 3 -> new FileEntry.Metadata(one(List.of(FileEntry.Metadata.Format.values())));
            default -> new FileEntry.Text(text() + text() + (random.nextInt(9) == 0 ? "\0" : ""));
        };
        OptionalInt mode = random.nextBoolean() ? OptionalInt.of(random.nextInt(010000)) : OptionalInt.empty();
        return new FileEntry(path, content, mode, owner(), owner(), random.nextBoolean());
    }

    private Container container(String name) {
        return new Container(name, image(), spec());
    }

    private ContainerSpec spec() {
        return new ContainerSpec(
                maybe(this::capabilities),
                maybe(this::capabilities),
                maybe(() -> List.of("all")),
                maybe(() -> list(this::mount)),
                maybe(() -> List.of("/a" + random.nextInt() + ":/b:ro,rprivate", "/c:/d")),
                maybe(List::of),
                maybe(() -> List.of("/run:size=1m")),
                texts(),
                texts(),
                maybe(this::text),
                maybe(this::namespace),
                maybe(this::namespace),
                maybe(this::namespace),
                maybe(this::namespace),
                maybe(this::namespace),
                maybe(random::nextBoolean),
                texts(),
                texts(),
                maybe(this::owner),
                maybe(this::owner),
                maybe(() -> list(this::owner)),
                maybe(random::nextBoolean),
                maybe(this::text),
                maybe(() -> random.nextInt(2001) - 1000),
                maybe(() -> "rshared"),
                maybe(this::text),
                maybe(this::resources),
                maybe(this::map),
                maybe(() -> List.of("nofile,1,unlimited")),
                maybe(this::map),
                maybe(() -> list(this::idMapping)),
                maybe(() -> list(this::idMapping)),
                maybe(() -> list(() -> new Device("/dev/" + text(), "c", random.nextLong(), 0, "0666"))),
                runtime());
    }

    private List<String> capabilities() {
        return list(() -> one(List.of(Capability.values())).text());
    }

    private String namespace() {
        return one(List.of("", "new", "host", "root", "/proc/1/ns/net"));
    }

    private Map<String, String> map() {
        Map<String, String> result = new LinkedHashMap<>();
        list(this::text).forEach(key -> result.put(key, text()));
        return result;
    }

    private IdMapping idMapping() {
        return new IdMapping(random.nextLong(), random.nextInt(), 0);
    }

    private Mount mount() {
        return new Mount("/" + text(), "tmpfs", text(), list(this::text), list(this::idMapping), list(this::idMapping));
    }

    private Runtime runtime() {
        return new Runtime(
                texts(),
                maybe(() -> list(this::mount)),
                texts(),
                maybe(() -> list(() -> new Interface(text(), text(), text(), random.nextBoolean()))),
                new BindNamespaces(
                        maybe(this::text),
                        maybe(this::text),
                        maybe(this::text),
                        maybe(this::text),
                        maybe(this::text),
                        maybe(this::text),
                        maybe(this::text)),
                maybe(this::text));
    }

    private Resources resources() {
        return new Resources(
                list(() -> new DeviceRule(random.nextBoolean(), text(), maybeNumber(), maybeNumber(), text())),
                maybe(() -> new Memory(
                        maybeNumber(),
                        maybeNumber(),
                        maybeNumber(),
                        maybeNumber(),
                        maybeNumber(),
                        maybeNumber(),
                        maybe(random::nextBoolean))),
                maybe(() -> new Cpu(
                        maybeNumber(), maybeNumber(), maybeNumber(), maybeNumber(), maybeNumber(), text(), text())),
                maybeNumber(),
                maybe(() -> new BlockIo(
                        maybeNumber(),
                        maybeNumber(),
                        list(() -> new WeightDevice(1, random.nextLong(), maybeNumber(), maybeNumber())),
                        throttle(),
                        throttle(),
                        throttle(),
                        throttle())),
                list(() -> new HugepageLimit(1024L << random.nextInt(30), 4)),
                maybe(() -> new Network(maybeNumber(), list(() -> new NetworkPriority(text(), random.nextInt())))));
    }

    private List<ThrottleDevice> throttle() {
        return list(() -> new ThrottleDevice(random.nextInt(), 2, 3));
    }
}
