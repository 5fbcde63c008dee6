package dev.lamina.app.profile;

import dev.lamina.app.operation.DiskRequest;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.problem.Nearest;
import dev.lamina.model.problem.Problem;
import dev.lamina.model.value.ByteSize;
import dev.lamina.model.value.DiskFormat;
import dev.lamina.model.yaml.CompositionReader;
import dev.lamina.model.yaml.DocumentTree;
import dev.lamina.model.yaml.Part;
import dev.lamina.model.yaml.Part.Mapping;
import dev.lamina.model.yaml.Part.Pair;
import dev.lamina.model.yaml.Part.Scalar;
import dev.lamina.model.yaml.Part.Sequence;
import dev.lamina.model.yaml.Scan;
import dev.lamina.model.yaml.SourceText;
import dev.lamina.vmlaunch.PrivateNetwork;
import dev.lamina.vmlaunch.PublishedPort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/// Reads the section `run` of a side file, and says of everything that it cannot understand where it stands.
final class ProfileReader {
    private static final List<String> SECTIONS = List.of("run", "test");
    private static final List<String> KEYS =
            List.of("backend", "cpus", "memory", "disks", "publish", "shares", "private", "usb", "tpm", "data");
    private static final List<String> BACKENDS = List.of("auto", "qemu", "hyperkit", "vfkit", "hyperv");
    private static final List<String> DISK = List.of("file", "size", "format");
    private static final int MOST_CPUS = 255;

    private final SourceText source;
    private final List<Problem> problems = new ArrayList<>();

    ProfileReader(SourceText source) {
        this.source = source;
    }

    List<Problem> problems() {
        return problems;
    }

    RunProfile read() {
        Optional<DocumentTree> tree = DocumentTree.of(source.text());
        if (tree.isEmpty()) {
            unreadable();
            return RunProfile.NONE;
        }
        RunProfile profile = RunProfile.NONE;
        for (Pair pair : pairs(tree.get().root(), "the side file")) {
            if (pair.name().equals("run")) {
                profile = profile(pair.value());
            } else if (!SECTIONS.contains(pair.name())) {
                unknown(pair, SECTIONS);
            }
        }
        return profile;
    }

    /// The reader of compositions says best what is no YAML.
    private void unreadable() {
        boolean nothing = Scan.skipBlank(source.text(), 0) == source.text().length();
        if (!nothing) {
            new CompositionReader()
                    .read(List.of(source)).problems().stream().limit(1).forEach(problems::add);
        }
    }

    private RunProfile profile(Part run) {
        RunProfile profile = RunProfile.NONE;
        for (Pair pair : pairs(run, "run")) {
            profile = with(profile, pair);
        }
        return profile;
    }

    private RunProfile with(RunProfile profile, Pair pair) {
        Part value = resolved(pair.value());
        return switch (pair.name()) {
            case "backend" ->
                profile.withBackend(
                        text(value).filter(word -> known(value, word)).filter(word -> !word.equals("auto")));
            case "cpus" -> profile.withCpus(cpus(value));
            case "memory" -> profile.withMemory(text(value).flatMap(word -> memory(value, word)));
            case "disks" -> profile.withDisks(each(value, this::disk));
            case "publish" -> profile.withPublish(each(value, this::port));
            case "shares" -> profile.withShares(each(value, this::text));
            case "private" -> profile.withPrivateNetworks(privateNetworks(value));
            case "usb" -> profile.withUsb(yes(value));
            case "tpm" -> profile.withTpm(yes(value));
            case "data" -> profile.withData(text(value));
            default -> {
                unknown(pair, KEYS);
                yield profile;
            }
        };
    }

    private boolean known(Part value, String backend) {
        boolean known = BACKENDS.contains(backend);
        if (!known) {
            say(value, "'" + backend + "' is no backend", Nearest.hint(backend, BACKENDS));
        }
        return known;
    }

    private OptionalInt cpus(Part value) {
        Optional<String> word = text(value);
        boolean number = word.filter(text -> text.matches("[0-9]{1,3}")).isPresent();
        int cpus = number ? Integer.parseInt(word.get()) : 0;
        if (cpus < 1 || cpus > MOST_CPUS) {
            word.ifPresent(text ->
                    say(value, "'" + text + "' is not a number of CPUs", Optional.of("give 1 to " + MOST_CPUS)));
            return OptionalInt.empty();
        }
        return OptionalInt.of(cpus);
    }

    /// A plain number is MiB, as on the command line.
    private Optional<ByteSize> memory(Part value, String word) {
        Optional<ByteSize> size =
                ByteSize.parse(word.matches("[0-9]+") ? word + "M" : word).filter(found -> found.bytes() > 0);
        if (size.isEmpty()) {
            say(value, "'" + word + "' is not a size of memory", Optional.of("write for example 512M or 1G"));
        }
        return size;
    }

    private Optional<DiskRequest> disk(Part value) {
        if (value instanceof Scalar scalar) {
            return understood(value, () -> DiskRequest.parse(scalar.text()));
        }
        Optional<String> file = Optional.empty();
        Optional<ByteSize> size = Optional.empty();
        Optional<DiskFormat> format = Optional.empty();
        for (Pair pair : pairs(value, "a disk")) {
            Part part = resolved(pair.value());
            switch (pair.name()) {
                case "file" -> file = text(part);
                case "size" -> size = text(part).flatMap(word -> size(part, word));
                case "format" -> format = text(part).flatMap(word -> format(part, word));
                default -> unknown(pair, DISK);
            }
        }
        if (file.isEmpty() && size.isEmpty()) {
            say(value, "the disk has neither a file nor a size", Optional.of("write {file: data.img, size: 1G}"));
            return Optional.empty();
        }
        return Optional.of(new DiskRequest(file, size, format));
    }

    private Optional<ByteSize> size(Part value, String word) {
        return understood(value, () -> DiskRequest.parse("size=" + word)).flatMap(DiskRequest::size);
    }

    private Optional<DiskFormat> format(Part value, String word) {
        return understood(value, () -> DiskRequest.parse("x,format=" + word)).flatMap(DiskRequest::format);
    }

    private Optional<PublishedPort> port(Part value) {
        return text(value).flatMap(word -> understood(value, () -> PublishedPort.parse(word)));
    }

    /// A name that stands there twice is one network.
    private List<PrivateNetwork> privateNetworks(Part value) {
        return each(value, part -> text(part).flatMap(word -> understood(part, () -> PrivateNetwork.named(word))))
                .stream()
                .distinct()
                .toList();
    }

    private boolean yes(Part value) {
        Optional<String> word = text(value);
        if (word.isPresent() && !word.get().equals("true") && !word.get().equals("false")) {
            say(value, "'" + word.get() + "' is neither true nor false", Optional.empty());
        }
        return word.filter("true"::equals).isPresent();
    }

    private interface Parser<T> {
        T parse();
    }

    private <T> Optional<T> understood(Part value, Parser<T> parser) {
        try {
            return Optional.of(parser.parse());
        } catch (InputException e) {
            say(value, String.valueOf(e.getMessage()), e.hint());
            return Optional.empty();
        }
    }

    private <T> List<T> each(Part value, Function<Part, Optional<T>> reader) {
        if (!(value instanceof Sequence sequence)) {
            say(value, "here belongs a list", Optional.empty());
            return List.of();
        }
        return sequence.elements().stream()
                .flatMap(element -> reader.apply(resolved(element.value())).stream())
                .toList();
    }

    private Optional<String> text(Part value) {
        if (value instanceof Scalar scalar && !scalar.text().isBlank()) {
            return Optional.of(scalar.text());
        }
        say(value, "here belongs a text", Optional.empty());
        return Optional.empty();
    }

    private List<Pair> pairs(Part value, String what) {
        if (resolved(value) instanceof Mapping mapping) {
            return mapping.pairs();
        }
        say(value, what + " has keys and values", Optional.of("write for example 'run: {memory: 256M}'"));
        return List.of();
    }

    private static Part resolved(Part value) {
        return value instanceof Part.Alias alias ? alias.target() : value;
    }

    private void unknown(Pair pair, List<String> known) {
        say(pair.key(), "unknown key \"" + pair.name() + "\"", Nearest.hint(pair.name(), known));
    }

    private void say(Part part, String message, Optional<String> hint) {
        problems.add(new Problem(
                DocumentTree.span(source, part.extent().start(), part.extent().end()), message, hint));
    }
}
