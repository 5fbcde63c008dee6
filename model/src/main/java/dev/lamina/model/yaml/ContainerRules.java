package dev.lamina.model.yaml;

import dev.lamina.model.RestartPolicy;
import dev.lamina.model.SeccompChoice;
import dev.lamina.model.StartCondition;
import dev.lamina.model.problem.Nearest;
import dev.lamina.model.problem.Texts;
import dev.lamina.model.value.Capability;
import dev.lamina.model.value.SourceSpan;
import dev.lamina.model.yaml.Item.Scalar;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/// What the values of a container must be beyond their types; for documents and for labels.
final class ContainerRules {
    private static final Set<String> LIMITS = new TreeSet<>(Set.of(
            "cpu",
            "fsize",
            "data",
            "stack",
            "core",
            "rss",
            "nproc",
            "nofile",
            "memlock",
            "as",
            "locks",
            "sigpending",
            "msgqueue",
            "nice",
            "rtprio",
            "rttime"));
    private static final List<String> NAMESPACES = List.of("net", "pid", "ipc", "uts", "userns");
    private static final long LARGEST_ID = 0xFFFF_FFFFL;

    private final Fields fields;
    private final Problems problems;
    private final String of;

    /// @param subject what to call the container, e.g. `service web`
    ContainerRules(Fields fields, Problems problems, String subject) {
        this.fields = fields;
        this.problems = problems;
        this.of = " of " + subject;
    }

    void check() {
        List.of("capabilities", "capabilities.add", "ambient").forEach(this::capabilities);
        List.of("binds", "binds.add").forEach(key -> fields.scalars(key).forEach(this::bind));
        fields.mappings("mounts").forEach(this::mount);
        fields.scalars("tmpfs").forEach(this::tmpfs);
        NAMESPACES.forEach(this::namespace);
        fields.scalars("rlimits").forEach(this::rlimit);
        fields.mappings("devices").forEach(this::device);
        fields.scalar("oomScoreAdj").ifPresent(value -> range(value, "oomScoreAdj", -1000, 1000));
        fields.scalar("rootfsPropagation").ifPresent(this::propagation);
        annotation(SeccompChoice.ANNOTATION)
                .ifPresent(choice -> oneOf(choice, SeccompChoice.ANNOTATION, SeccompChoice.texts()));
        annotation(RestartPolicy.ANNOTATION)
                .ifPresent(policy -> oneOf(policy, RestartPolicy.ANNOTATION, RestartPolicy.texts()));
        annotation(StartCondition.ANNOTATION).ifPresent(this::after);
        owners();
    }

    private void capabilities(String key) {
        List<Scalar> given = fields.scalars(key);
        for (Scalar capability : given) {
            if (allOrNone(capability.text())) {
                aloneOnly(capability, given.size(), key);
            } else if (Capability.parse(capability.text()).isEmpty()) {
                problems.add(
                        "PRV10",
                        capability.span(),
                        "unknown capability %s in %s%s".formatted(Texts.quote(capability.text()), key, of),
                        () -> nearestCapability(capability.text()));
            }
        }
    }

    private static boolean allOrNone(String word) {
        return word.equalsIgnoreCase("all") || word.equalsIgnoreCase("none");
    }

    private void aloneOnly(Scalar word, int size, String key) {
        if (size > 1) {
            problems.add(
                    "PRV10",
                    word.span(),
                    "%s must stand alone in %s%s".formatted(Texts.quote(word.text()), key, of),
                    () -> Meant.nothing("list either single capabilities or only \""
                            + word.text().toLowerCase(Locale.ROOT) + "\""));
        }
    }

    private static Meant nearestCapability(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        String full = upper.startsWith("CAP_") ? upper : "CAP_" + upper;
        List<String> all =
                Arrays.stream(Capability.values()).map(Capability::text).toList();
        Optional<String> nearest = Nearest.of(full, all);
        return new Meant(nearest.map(name -> "did you mean \"" + name + "\"?"), nearest);
    }

    private void bind(Scalar bind) {
        List<String> parts = List.of(bind.text().split(":", -1));
        if (parts.size() < 2
                || parts.size() > 3
                || parts.get(0).isEmpty()
                || parts.get(1).isEmpty()) {
            problems.add(
                    bind.span(),
                    "bind %s%s is not source:destination[:options]".formatted(Texts.quote(bind.text()), of),
                    parts.size() == 1 && !parts.getFirst().isEmpty()
                            ? "did you mean \"%1$s:%1$s\"?".formatted(Texts.shorten(bind.text()))
                            : "write for example \"/etc/ssl:/etc/ssl:ro\"");
            return;
        }
        if (parts.size() == 3) {
            options(parts.get(2), bind);
        }
    }

    private void options(String options, Scalar bind) {
        for (String option : options.split(",", -1)) {
            if (!MountOptions.known(option)) {
                problems.add(
                        bind.span(),
                        "unknown option %s of bind %s%s".formatted(Texts.quote(option), Texts.quote(bind.text()), of),
                        () -> Nearest.of(option, MountOptions.all())
                                .map(name -> "did you mean \"" + name + "\"?")
                                .or(() -> Optional.of("usual options are ro, rw, bind, rbind, rshared and rprivate")));
            }
        }
    }

    private void mount(Fields mount) {
        if (!mount.mapping().broken().isEmpty()) {
            return;
        }
        String type = MountDefaults.type(
                mount.textOrEmpty("type"), mount.textOrEmpty("source"), mount.textOrEmpty("destination"));
        SourceSpan place = mount.mapping().span();
        if (type.isEmpty()) {
            problems.add(
                    place,
                    "the mount for %s%s has no type".formatted(Texts.quote(mount.textOrEmpty("destination")), of),
                    "add type: bind to show a path of the host, or the name of a file system");
        } else if (MountDefaults.destination(mount.textOrEmpty("destination"), type)
                .isEmpty()) {
            problems.add(
                    place,
                    "a mount of type %s%s has no destination".formatted(Texts.shorten(type), of),
                    "add destination: /PATH");
        } else if (type.equals("bind") && mount.textOrEmpty("source").isEmpty()) {
            problems.add(
                    place,
                    "the mount for %s%s has no source".formatted(Texts.quote(mount.textOrEmpty("destination")), of),
                    "add source: with a path of the host or the name of a volume");
        }
    }

    private void tmpfs(Scalar tmpfs) {
        String[] parts = tmpfs.text().split(":", -1);
        if (parts.length > 2 || parts[0].isEmpty()) {
            problems.add(
                    tmpfs.span(),
                    "tmpfs %s%s is not destination[:options]".formatted(Texts.quote(tmpfs.text()), of),
                    "write for example \"/run:size=1m\", options separated by commas");
        }
    }

    private void namespace(String key) {
        Optional<Scalar> given = fields.scalar(key);
        if (given.isEmpty()) {
            return;
        }
        String text = given.get().text();
        List<String> words =
                key.equals("net") ? List.of("new", "host", "none", "root") : List.of("new", "host", "root");
        if (!text.isEmpty() && !text.startsWith("/") && !words.contains(text)) {
            problems.add(
                    given.get().span(),
                    "unknown %s namespace %s%s".formatted(key, Texts.quote(text), of),
                    () -> Nearest.of(text, words)
                            .map(word -> "did you mean \"" + word + "\"?")
                            .or(() -> Optional.of("write " + String.join(", ", words) + " or an absolute path")));
        }
    }

    private void rlimit(Scalar rlimit) {
        String[] parts = rlimit.text().split(",", -1);
        String quoted = Texts.quote(rlimit.text());
        if (parts.length != 3) {
            problems.add(
                    rlimit.span(),
                    "rlimit %s%s is not name,soft,hard".formatted(quoted, of),
                    "write for example \"nofile,1024,unlimited\"");
            return;
        }
        String name = parts[0].strip().toLowerCase(Locale.ROOT);
        String bare = name.startsWith("rlimit_") ? name.substring("rlimit_".length()) : name;
        if (!LIMITS.contains(bare)) {
            problems.add(
                    rlimit.span(),
                    "unknown limit %s in rlimits%s".formatted(Texts.quote(parts[0]), of),
                    () -> Nearest.hint(bare, LIMITS).or(() -> Optional.of("known are " + String.join(", ", LIMITS))));
        }
        for (int i = 1; i < parts.length; i++) {
            if (!limitValue(parts[i].strip())) {
                problems.add(
                        rlimit.span(),
                        "%s in rlimit %s%s is neither a number nor unlimited"
                                .formatted(Texts.quote(parts[i]), quoted, of));
            }
        }
    }

    private static boolean limitValue(String text) {
        if (text.equalsIgnoreCase("unlimited")) {
            return true;
        }
        try {
            Long.parseUnsignedLong(text);
            return text.chars().allMatch(c -> c >= '0' && c <= '9');
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private void device(Fields device) {
        String path = device.textOrEmpty("path");
        if (path.isEmpty() && !device.absent("path") && !device.has("path")) {
            return;
        }
        if (path.isEmpty()) {
            problems.add(device.mapping().span(), "a device%s has no path".formatted(of), "add path: /dev/NAME");
        } else if (!path.equals("all")) {
            deviceMode(device, path);
        }
        List<String> types = path.equals("all") ? List.of("a", "b", "c") : List.of("b", "c", "p", "u");
        boolean broken = !device.has("type") && !device.absent("type");
        if (!broken && !types.contains(device.textOrEmpty("type"))) {
            problems.add(
                    device.scalar("type")
                            .map(Scalar::span)
                            .orElse(device.mapping().span()),
                    device.has("type")
                            ? "unknown type %s of device %s%s"
                                    .formatted(Texts.quote(device.textOrEmpty("type")), Texts.shorten(path), of)
                            : "device %s%s has no type".formatted(Texts.shorten(path), of),
                    "types are c for characters and b for blocks");
        }
    }

    private void deviceMode(Fields device, String path) {
        Optional<Scalar> mode = device.scalar("mode");
        if (device.absent("mode")) {
            problems.add(
                    device.mapping().span(),
                    "device %s%s has no mode".formatted(Texts.shorten(path), of),
                    "add mode: \"0666\"");
        } else if (mode.isPresent() && Modes.parse(mode.get().text()).isEmpty()) {
            problems.add(
                    mode.get().span(),
                    "mode %s of device %s%s is not octal"
                            .formatted(Texts.quote(mode.get().text()), Texts.shorten(path), of),
                    Modes.HINT);
        }
    }

    private void propagation(Scalar value) {
        if (!value.text().isEmpty() && !MountOptions.PROPAGATION.contains(value.text())) {
            problems.add(
                    value.span(),
                    "unknown rootfsPropagation %s%s".formatted(Texts.quote(value.text()), of),
                    () -> Nearest.hint(value.text(), new TreeSet<>(MountOptions.PROPAGATION)));
        }
    }

    private Optional<Scalar> annotation(String key) {
        return fields.shape("annotations").flatMap(annotations -> annotations.scalar(key));
    }

    private void oneOf(Scalar choice, String annotation, List<String> texts) {
        if (!texts.contains(choice.text())) {
            problems.add(
                    choice.span(),
                    "unknown %s %s%s".formatted(annotation, Texts.quote(choice.text()), of),
                    () -> Nearest.hint(choice.text(), texts));
        }
    }

    private void after(Scalar value) {
        for (String word : StartCondition.words(value.text())) {
            if (StartCondition.parse(word).isEmpty()) {
                problems.add(
                        value.span(),
                        "%s in %s%s is nothing to wait for".formatted(Texts.quote(word), StartCondition.ANNOTATION, of),
                        "write " + StartCondition.FORMS);
            }
        }
    }

    private void owners() {
        fields.scalar("uid").ifPresent(value -> range(value, "uid", 0, LARGEST_ID));
        fields.scalar("gid").ifPresent(value -> range(value, "gid", 0, LARGEST_ID));
        fields.scalars("additionalGids").forEach(value -> range(value, "additionalGids", 0, LARGEST_ID));
    }

    private void range(Scalar value, String key, long least, long most) {
        OptionalLong number = value.type() == Scalar.Type.NUMBER ? Numbers.parse(value.text()) : OptionalLong.empty();
        if (number.isPresent() && (number.getAsLong() < least || number.getAsLong() > most)) {
            problems.add(
                    value.span(),
                    "%s %d%s is not between %d and %d".formatted(key, number.getAsLong(), of, least, most));
        }
    }
}
