package dev.lamina.app.studio.inspector;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.inspector.FieldSpec.Look;
import dev.lamina.model.RestartPolicy;
import dev.lamina.model.SeccompChoice;
import dev.lamina.model.explain.Explanation;
import dev.lamina.model.explain.Explanations;
import dev.lamina.model.yaml.Schema;
import dev.lamina.model.yaml.Schema.Key;
import dev.lamina.model.yaml.Schema.ListOf;
import dev.lamina.model.yaml.Schema.Plain;
import dev.lamina.model.yaml.Schema.Shape;
import dev.lamina.model.yaml.Schema.TextMap;
import dev.lamina.model.yaml.Schema.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The fields of each kind of component: all keys of the schema, those of inner mappings included, in the
/// order of the forms.
final class FieldSpecs {
    private static final Texts TEXTS = Texts.of(FieldSpecs.class);
    private static final List<String> PROPAGATION =
            List.of("private", "rprivate", "slave", "rslave", "shared", "rshared", "unbindable", "runbindable");
    private static final Map<FormKind, List<FieldSpec>> ALL = all();

    private FieldSpecs() {}

    static List<FieldSpec> of(FormKind kind) {
        return ALL.getOrDefault(kind, List.of());
    }

    private static Map<FormKind, List<FieldSpec>> all() {
        Map<FormKind, List<FieldSpec>> all = new EnumMap<>(FormKind.class);
        for (FormKind kind : FormKind.values()) {
            List<FieldSpec> specs = new ArrayList<>();
            collect(kind, kind.shape(), "", specs);
            if (kind == FormKind.INIT) {
                specs.add(image());
            }
            if (kind == FormKind.CONTAINER) {
                specs.add(annotation(RestartPolicy.ANNOTATION, Group.RUNTIME, RestartPolicy.texts()));
                specs.add(annotation(SeccompChoice.ANNOTATION, Group.PRIVILEGES, SeccompChoice.texts()));
            }
            specs.sort(Comparator.comparing(FieldSpec::group).thenComparing(FieldOrder::of));
            all.put(kind, List.copyOf(specs));
        }
        return all;
    }

    private static void collect(FormKind kind, Shape shape, String prefix, List<FieldSpec> specs) {
        for (Key key : shape.keys()) {
            String path = prefix + key.name();
            if (key.type() instanceof Shape inner) {
                collect(kind, inner, path + ".", specs);
            } else {
                specs.add(field(kind, shape, key, path));
            }
        }
    }

    private static FieldSpec field(FormKind kind, Shape shape, Key key, String path) {
        return new FieldSpec(
                path,
                title(kind, path),
                key.type(),
                look(path, key.type()),
                kind == FormKind.CONTAINER ? FieldOrder.group(path) : Group.GENERAL,
                FieldOrder.rare(kind, path),
                key.required() || kind == FormKind.KERNEL && path.equals("image"),
                choices(path),
                Explanations.of(shape, key));
    }

    /// An image of the init.
    private static FieldSpec image() {
        Key init = Schema.ROOT.keys().stream()
                .filter(key -> key.name().equals("init"))
                .findFirst()
                .orElseThrow();
        Explanation explanation = Explanations.of(Schema.ROOT, init);
        return new FieldSpec(
                "", TEXTS.get("field.init"), Plain.TEXT, Look.LINE, Group.GENERAL, false, true, List.of(), explanation);
    }

    private static FieldSpec annotation(String name, Group group, List<String> choices) {
        String text = "annotation." + name;
        Explanation explanation = new Explanation(
                name,
                TEXTS.get(text + ".summary"),
                TEXTS.get(text + ".detail"),
                Optional.empty(),
                Optional.empty(),
                Optional.of(TEXTS.get(text + ".default")),
                Optional.empty(),
                List.of("Lamina docs/guide.md"));
        return new FieldSpec(
                "annotations." + name,
                TEXTS.get(text),
                Plain.TEXT,
                Look.CHOICE,
                group,
                false,
                false,
                choices,
                explanation);
    }

    private static String title(FormKind kind, String path) {
        String own = "field." + kind.name().toLowerCase(Locale.ROOT) + "." + path;
        return TEXTS.has(own) ? TEXTS.get(own) : words(path.substring(path.lastIndexOf('.') + 1));
    }

    /// `kernelTCP` becomes `Kernel TCP`.
    private static String words(String key) {
        String parted = key.replaceAll("(?<=[a-z])(?=[A-Z])", " ");
        return Character.toUpperCase(parted.charAt(0)) + parted.substring(1);
    }

    private static Look look(String path, Type type) {
        if (Set.of("capabilities", "capabilities.add", "ambient").contains(path)) {
            return Look.CAPABILITIES;
        }
        if (Set.of("binds", "binds.add", "tmpfs", "rlimits").contains(path)) {
            return Look.ROWS;
        }
        if (Set.of("contents", "cmdline").contains(path)) {
            return Look.AREA;
        }
        return switch (type) {
            case ListOf(Shape element) -> Look.ROWS;
            case ListOf(Type element) -> Look.LIST;
            case TextMap map -> Look.ROWS;
            case Shape shape -> Look.ROWS;
            case Plain plain -> plainLook(path, plain);
        };
    }

    private static Look plainLook(String path, Plain type) {
        if (type == Plain.TRUTH) {
            return Look.TRUTH;
        }
        if (path.equals("mode")) {
            return Look.MODE;
        }
        return choices(path).isEmpty() ? Look.LINE : Look.CHOICE;
    }

    private static List<String> choices(String path) {
        return switch (path) {
            case "net" -> List.of("host", "new", "none");
            case "pid", "ipc", "uts", "userns" -> List.of("host", "new");
            case "rootfsPropagation" -> PROPAGATION;
            case "format" -> List.of("filesystem", "oci");
            case "metadata" -> List.of("yaml", "json");
            default -> List.of();
        };
    }
}
