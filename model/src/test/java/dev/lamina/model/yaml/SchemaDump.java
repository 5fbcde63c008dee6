package dev.lamina.model.yaml;

import dev.lamina.model.yaml.Item.Entry;
import dev.lamina.model.yaml.Item.Mapping;
import dev.lamina.model.yaml.Schema.ListOf;
import dev.lamina.model.yaml.Schema.Plain;
import dev.lamina.model.yaml.Schema.Shape;
import dev.lamina.model.yaml.Schema.TextMap;
import dev.lamina.model.yaml.Schema.Type;
import java.util.Set;
import java.util.TreeSet;

/// All keys with their types as lines like `services[].resources.memory.limit integer`, from our table and from
/// LinuxKit's JSON schema.
final class SchemaDump {
    private SchemaDump() {}

    static Set<String> keys() {
        Set<String> lines = new TreeSet<>();
        add(Schema.ROOT, "", lines);
        return lines;
    }

    private static void add(Type type, String path, Set<String> lines) {
        switch (type) {
            case Plain plain -> lines.add(path + " " + word(plain, path));
            case TextMap map -> lines.add(path + "{} string");
            case ListOf list -> add(list.element(), path + "[]", lines);
            case Shape shape -> shape.keys().forEach(key -> add(key.type(), path + "." + key.name(), lines));
        }
    }

    private static String word(Plain plain, String path) {
        return switch (plain) {
            // The one place where their schema lists the texts.
            case TEXT -> path.equals(".volumes[].format") ? "enum" : "string";
            case TRUTH -> "boolean";
            case NUMBER -> "integer";
            case OWNER -> "string or integer";
        };
    }

    static Set<String> keys(Item schema) {
        Set<String> lines = new TreeSet<>();
        Mapping root = (Mapping) schema;
        add(root, root, "", lines);
        return lines;
    }

    private static void add(Mapping root, Mapping node, String path, Set<String> lines) {
        Fields fields = new Fields(node);
        if (fields.has("$ref")) {
            String name = fields.textOrEmpty("$ref").substring("#/definitions/".length());
            add(
                    root,
                    (Mapping) ((Mapping) root.get("definitions").orElseThrow())
                            .get(name)
                            .orElseThrow(),
                    path,
                    lines);
        } else if (fields.has("properties")) {
            for (Entry entry : ((Mapping) fields.item("properties").orElseThrow()).entries()) {
                add(root, (Mapping) entry.value(), path + "." + entry.name(), lines);
            }
        } else if (fields.has("items")) {
            add(root, (Mapping) fields.item("items").orElseThrow(), path + "[]", lines);
        } else if (fields.item("additionalProperties").orElse(null) instanceof Mapping values) {
            add(root, values, path + "{}", lines);
        } else if (fields.has("anyOf")) {
            lines.add(path + " string or integer");
        } else {
            lines.add(path + " " + fields.text("type").orElse("enum"));
        }
    }
}
