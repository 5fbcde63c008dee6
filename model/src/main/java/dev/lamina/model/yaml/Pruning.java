package dev.lamina.model.yaml;

import dev.lamina.model.Section;
import dev.lamina.model.yaml.Item.Entry;
import dev.lamina.model.yaml.Item.Mapping;
import dev.lamina.model.yaml.Item.Scalar;
import dev.lamina.model.yaml.Item.Sequence;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/// Leaves out the entries that no value can be made of. Their problems are known by then.
final class Pruning {
    private Pruning() {}

    static Mapping root(Mapping root) {
        List<Entry> entries = root.entries().stream()
                .map(entry -> new Entry(entry.key(), section(entry.name(), entry.value()), entry.merged()))
                .toList();
        return new Mapping(root.span(), entries, root.broken());
    }

    private static Item section(String key, Item value) {
        if (!(value instanceof Sequence sequence)) {
            return value;
        }
        Predicate<Item> usable = switch (key) {
            case "init" -> item -> Images.usable(((Scalar) item).text());
            case "files" -> item -> file(new Fields((Mapping) item));
            case "volumes" -> item -> new Fields((Mapping) item).has("name");
            default -> item -> !ofContainers(key) || container(new Fields((Mapping) item));
        };
        return new Sequence(
                sequence.span(), sequence.items().stream().filter(usable).toList());
    }

    private static boolean ofContainers(String key) {
        return Arrays.stream(Section.values()).anyMatch(section -> section.key().equals(key));
    }

    private static boolean container(Fields fields) {
        return fields.has("name") && fields.text("image").filter(Images::usable).isPresent();
    }

    private static boolean file(Fields fields) {
        return fields.has("path") && !FileRules.kinds(fields).isEmpty();
    }
}
