package dev.lamina.model.yaml;

import dev.lamina.model.RestartPolicy;
import dev.lamina.model.SeccompChoice;
import dev.lamina.model.StartCondition;
import dev.lamina.model.problem.Nearest;
import dev.lamina.model.problem.Texts;
import dev.lamina.model.value.Capability;
import dev.lamina.model.yaml.Item.Scalar;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What the values of a container must be beyond their types; for documents and for labels. Mounts and devices have
/// rules of their own.
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
    private static final Range OOM_SCORES = new Range(-1000, 1000);

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
        new MountRules(problems, of).check(fields);
        NAMESPACES.forEach(this::namespace);
        fields.scalars("rlimits").forEach(this::rlimit);
        DeviceRules devices = new DeviceRules(problems, of);
        fields.mappings("devices").forEach(devices::check);
        fields.scalar("oomScoreAdj").ifPresent(value -> OOM_SCORES.check(value, "oomScoreAdj", of, problems));
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
        return Meant.oneOf(
                full, Arrays.stream(Capability.values()).map(Capability::text).toList());
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
        fields.scalar("uid").ifPresent(value -> Range.OWNERS.check(value, "uid", of, problems));
        fields.scalar("gid").ifPresent(value -> Range.OWNERS.check(value, "gid", of, problems));
        fields.scalars("additionalGids").forEach(value -> Range.OWNERS.check(value, "additionalGids", of, problems));
    }
}
