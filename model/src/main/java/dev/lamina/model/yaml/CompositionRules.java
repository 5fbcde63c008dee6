package dev.lamina.model.yaml;

import dev.lamina.model.RestartPolicy;
import dev.lamina.model.Section;
import dev.lamina.model.StartCondition;
import dev.lamina.model.problem.Nearest;
import dev.lamina.model.problem.Texts;
import dev.lamina.model.value.SourceSpan;
import dev.lamina.model.yaml.Item.Mapping;
import dev.lamina.model.yaml.Item.Scalar;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What must hold beyond the types of values, within a document and between the documents that are merged.
final class CompositionRules {
    private static final Pattern VOLUME_NAME = Pattern.compile("[a-z0-9_-]+");

    private final Names names;
    private final FileRules files;
    private final Map<String, SourceSpan> services = new HashMap<>();
    private final Map<String, SourceSpan> volumes = new HashMap<>();
    private final Set<String> offered = new HashSet<>();

    CompositionRules(Names names) {
        this.names = names;
        this.files = new FileRules(names);
    }

    /// Call for the documents in their order.
    void check(Mapping root, Problems problems) {
        Fields fields = new Fields(root);
        fields.shape("kernel").flatMap(kernel -> kernel.scalar("image")).ifPresent(image -> {
            // An empty text means that there is no kernel.
            if (!image.text().isEmpty()) {
                Images.check(image, "", problems);
            }
        });
        fields.scalars("init").forEach(image -> Images.check(image, " in init", problems));
        for (Section section : Section.values()) {
            each(fields, section.key(), (place, container) -> container(section, container, place, problems));
        }
        each(fields, "files", (place, file) -> files.check(file, place.words(), problems));
        each(fields, "volumes", (place, volume) -> volume(volume, place.words(), problems));
    }

    private static void each(Fields root, String key, BiConsumer<Place, Fields> visit) {
        List<Item> items = root.items(key).orElse(List.of());
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            visit.accept(Place.ROOT.key(key).element(i, item), new Fields((Mapping) item));
        }
    }

    private void container(Section section, Fields fields, Place place, Problems problems) {
        String subject = place.words();
        fields.scalar("name").ifPresent(name -> name(section, name, problems));
        fields.scalar("image").ifPresent(image -> Images.check(image, " of " + subject, problems));
        new ContainerRules(fields, problems, subject).check();
        volumesIn(fields, subject, problems);
        supervision(section, fields, subject, problems);
        Consumer<Scalar> unknown = owner -> unknownOwner(owner, subject, problems);
        names.checkOwner(fields.item("uid"), unknown);
        names.checkOwner(fields.item("gid"), unknown);
        fields.items("additionalGids").orElse(List.of()).forEach(gid -> names.checkOwner(Optional.of(gid), unknown));
    }

    private void unknownOwner(Scalar owner, String subject, Problems problems) {
        problems.add(
                "SCH07",
                owner.span(),
                "no container has the name %s, which %s names as a user or group"
                        .formatted(Texts.quote(owner.text()), subject),
                () -> names.ownerMeant(owner.text()));
    }

    private void name(Section section, Scalar name, Problems problems) {
        String text = name.text();
        boolean path = text.contains("/") || text.contains("\\") || text.equals(".") || text.equals("..");
        if (text.isBlank() || path || text.chars().anyMatch(Character::isISOControl)) {
            problems.add(
                    name.span(),
                    "%s cannot be a container's name".formatted(Texts.quote(text)),
                    "a name is one word without \"/\", as it names a directory");
        } else if (section == Section.SERVICES) {
            unique(services, "service", name, problems);
        }
    }

    private void unique(Map<String, SourceSpan> seen, String what, Scalar name, Problems problems) {
        @Nullable SourceSpan first = seen.putIfAbsent(name.text(), name.span());
        if (first != null && !first.equals(name.span())) {
            problems.add(
                    "SCH03",
                    name.span(),
                    "duplicate %s name %s".formatted(what, Texts.quote(name.text())),
                    () -> new Meant(Optional.of("the first is at " + first), free(seen, name.text())));
        } else if (first != null) {
            problems.add(
                    "SCH03",
                    name.span(),
                    "duplicate %s name %s, as an alias repeats it".formatted(what, Texts.quote(name.text())),
                    () -> Meant.hint("write another name for each use"));
        }
    }

    /// The same name with a number that nobody before has or was offered.
    private Optional<String> free(Map<String, SourceSpan> seen, String name) {
        int number = 2;
        while (seen.containsKey(name + "-" + number) || !offered.add(name + "-" + number)) {
            number++;
        }
        return Meant.plain(name + "-" + number);
    }

    private void volumesIn(Fields fields, String subject, Problems problems) {
        for (String key : List.of("binds", "binds.add")) {
            for (Scalar bind : fields.scalars(key)) {
                String[] parts = bind.text().split(":", -1);
                if (parts.length == 2 || parts.length == 3) {
                    String options = parts.length == 3 ? parts[2] : "";
                    volumeUse(parts[0], Arrays.asList(options.split(",", -1)), bind.span(), "bind", subject, problems);
                }
            }
        }
        for (Fields mount : fields.mappings("mounts")) {
            if (mount.textOrEmpty("type").equals("bind")) {
                SourceSpan place = mount.scalar("source")
                        .map(Scalar::span)
                        .orElse(mount.mapping().span());
                List<String> options = mount.texts("options").orElse(List.of());
                volumeUse(mount.textOrEmpty("source"), options, place, "mount", subject, problems);
            }
        }
    }

    private void supervision(Section section, Fields fields, String subject, Problems problems) {
        if (section != Section.SERVICES) {
            fields.shape("annotations")
                    .ifPresent(notes -> List.of(RestartPolicy.ANNOTATION, StartCondition.ANNOTATION)
                            .forEach(key -> notes.scalar(key)
                                    .ifPresent(value -> problems.add(
                                            value.span(),
                                            "%s of %s means nothing, as it is for services".formatted(key, subject),
                                            "leave it out, or make it a service"))));
            return;
        }
        StartOrder.annotation(fields).ifPresent(value -> {
            StartCondition.words(value.text()).stream()
                    .flatMap(word -> StartCondition.parse(word).stream())
                    .forEach(condition -> {
                        if (condition instanceof StartCondition.Service other) {
                            knownService(other.name(), value.span(), subject, problems);
                        }
                    });
            fields.text("name")
                    .flatMap(names.order()::circle)
                    .ifPresent(circle -> problems.add(
                            value.span(),
                            "%s waits for itself: %s".formatted(subject, String.join(" after ", circle)),
                            "take one of these out of " + StartCondition.ANNOTATION));
        });
    }

    private void knownService(String name, SourceSpan place, String subject, Problems problems) {
        if (!names.order().services().contains(name)) {
            problems.add(
                    "SCH07",
                    place,
                    "%s of %s names the unknown service %s"
                            .formatted(StartCondition.ANNOTATION, subject, Texts.quote(name)),
                    () -> Meant.hint(Nearest.hint(name, waitable())));
        }
    }

    private Set<String> waitable() {
        Set<String> known = new TreeSet<>(names.order().services());
        known.add("network");
        return known;
    }

    private void volumeUse(
            String source, List<String> options, SourceSpan place, String use, String subject, Problems problems) {
        if (source.isEmpty() || source.startsWith("/")) {
            return;
        }
        @Nullable Boolean readonly = names.volumes().get(source);
        if (readonly == null) {
            problems.add(
                    "MNT14",
                    place,
                    "a %s of %s names the unknown volume %s".formatted(use, subject, Texts.quote(source)),
                    () -> Meant.hint(Nearest.hint(source, names.volumes().keySet()))
                            .or("declare it in volumes:, or begin the path with \"/\""));
        } else if (readonly && !options.contains("ro")) {
            problems.add(
                    "MNT14",
                    place,
                    "volume %s is read-only, but a %s of %s does not say ro"
                            .formatted(Texts.shorten(source), use, subject),
                    () -> Meant.hint(use.equals("bind") ? "append \":ro\"" : "add options: [\"ro\"]"));
        }
    }

    private void volume(Fields volume, String subject, Problems problems) {
        volume.scalar("name").ifPresent(name -> {
            if (VOLUME_NAME.matcher(name.text()).matches()) {
                unique(volumes, "volume", name, problems);
            } else {
                problems.add(
                        name.span(),
                        "%s cannot be a volume's name".formatted(Texts.quote(name.text())),
                        "use only a to z, 0 to 9, _ and -");
            }
        });
        Optional<Scalar> image =
                volume.scalar("image").filter(scalar -> !scalar.text().isEmpty());
        image.ifPresent(scalar -> Images.check(scalar, " of " + subject, problems));
        volume.scalar("format").ifPresent(format -> {
            if (!List.of("filesystem", "oci").contains(format.text())) {
                problems.add(
                        format.span(),
                        "unknown format %s of %s".formatted(Texts.quote(format.text()), subject),
                        () -> Nearest.hint(format.text(), List.of("filesystem", "oci")));
            } else if (format.text().equals("oci") && image.isEmpty()) {
                problems.add(format.span(), "%s has format oci but no image".formatted(subject), "add image: NAME");
            }
        });
    }
}
