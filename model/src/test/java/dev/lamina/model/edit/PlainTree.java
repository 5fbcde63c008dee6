package dev.lamina.model.edit;

import dev.lamina.model.edit.Edit.Append;
import dev.lamina.model.edit.Edit.Insert;
import dev.lamina.model.edit.Edit.InsertText;
import dev.lamina.model.edit.Edit.Move;
import dev.lamina.model.edit.Edit.Note;
import dev.lamina.model.edit.Edit.Remove;
import dev.lamina.model.edit.Edit.RenameKey;
import dev.lamina.model.edit.Edit.Replace;
import dev.lamina.model.edit.Edit.Set;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// What edits should do, in the plainest way: on values without a text. Reads YAML 1.1, as it is out of the
/// box.
final class PlainTree {
    private final Box root;
    private final Map<String, Box> boxes = new LinkedHashMap<>();

    /// A place for a value; lists hold boxes, and so do mappings.
    static final class Box {
        private final String path;
        private final @Nullable Box parent;
        private String key;
        private @Nullable Object value;
        private boolean removed;

        Box(String path, @Nullable Box parent, String key) {
            this.path = path;
            this.parent = parent;
            this.key = key;
        }

        @Nullable
        Box parent() {
            return parent;
        }

        String path() {
            return path;
        }

        boolean isList() {
            return value instanceof Items;
        }

        boolean isMap() {
            return value instanceof Keys;
        }

        boolean isElement() {
            return parent != null && parent.isList();
        }

        private List<Box> items() {
            return ((Items) Objects.requireNonNull(value)).items;
        }

        int size() {
            return switch (value) {
                case Items(var items) -> items.size();
                case Keys(var keys) -> keys.size();
                case null, default -> 0;
            };
        }
    }

    private record Items(List<Box> items) {}

    private record Keys(List<Box> keys) {}

    PlainTree(String text) {
        root = new Box("", null, "");
        root.value = boxed(read(text), root);
    }

    static @Nullable Object read(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(1000);
        return new Yaml(new SafeConstructor(options)).load(text);
    }

    /// All places but the root, in the order of the text.
    List<Box> boxes() {
        return List.copyOf(boxes.values());
    }

    private @Nullable Object boxed(@Nullable Object value, Box box) {
        return switch (value) {
            case List<?> list -> {
                List<Box> items = new ArrayList<>();
                for (Object element : list) {
                    items.add(inner(box.path + "[" + items.size() + "]", box, "", element));
                }
                yield new Items(items);
            }
            case Map<?, ?> map -> {
                List<Box> keys = new ArrayList<>();
                String start = box.path.isEmpty() ? "" : box.path + ".";
                map.forEach((key, element) -> keys.add(inner(start + key, box, key.toString(), element)));
                yield new Keys(keys);
            }
            case null, default -> value;
        };
    }

    private Box inner(String path, Box parent, String key, @Nullable Object value) {
        Box box = new Box(path, parent, key);
        boxes.put(path, box);
        box.value = boxed(value, box);
        return box;
    }

    void apply(Edit edit) {
        switch (edit) {
            case Set(String path, Object value) -> at(path).value = free(value);
            case Remove(String path) -> at(path).removed = true;
            case Append(String path, Object value) -> at(path).items().add(added(value));
            case Insert(String path, Object value) -> {
                Box before = at(path);
                List<Box> siblings = Objects.requireNonNull(before.parent).items();
                siblings.add(siblings.indexOf(before), added(value));
            }
            case RenameKey(String path, String name) -> at(path).key = name;
            case Replace replace -> throw new IllegalArgumentException("no path");
            case Move(String from, String to) -> move(at(from), to);
            case InsertText(String path, String yaml) -> {
                Box element = new Box("", null, "");
                element.value = boxed(read(yaml), element);
                put(element, path);
            }
            case Note note -> {}
        }
    }

    private static final Pattern INDEXED = Pattern.compile("(.*)\\[(\\d+)]", Pattern.DOTALL);

    private void move(Box box, String to) {
        Box moved = new Box("", null, "");
        moved.value = box.value;
        box.removed = true;
        put(moved, to);
    }

    /// In front of the element that has the path, or behind the last one.
    private void put(Box element, String path) {
        Matcher indexed = INDEXED.matcher(path);
        if (!indexed.matches()) {
            throw new IllegalArgumentException(path);
        }
        List<Box> items = Objects.requireNonNull(boxes.get(indexed.group(1))).items();
        Box before = boxes.get(path);
        items.add(before == null ? items.size() : items.indexOf(before), element);
    }

    private Box at(String path) {
        Box there = boxes.get(path);
        if (there != null) {
            return there;
        }
        // A new key: its path is that of its mapping and `new`.
        Box mapping =
                path.equals("new") ? root : Objects.requireNonNull(boxes.get(path.substring(0, path.lastIndexOf('.'))));
        Box box = new Box(path, mapping, "new");
        ((Keys) Objects.requireNonNull(mapping.value)).keys.add(box);
        boxes.put(path, box);
        return box;
    }

    private static Box added(Object value) {
        Box box = new Box("", null, "");
        box.value = free(value);
        return box;
    }

    /// As the reader gives it: small numbers are integers.
    private static Object free(Object value) {
        return switch (value) {
            case Long number -> number.intValue();
            case List<?> list -> list.stream().map(PlainTree::free).toList();
            case Map<?, ?> map -> {
                Map<Object, Object> copy = new LinkedHashMap<>();
                map.forEach((key, element) -> copy.put(key, free(element)));
                yield copy;
            }
            default -> value;
        };
    }

    @Nullable
    Object value() {
        return value(root);
    }

    private static @Nullable Object value(Box box) {
        return switch (box.value) {
            case Items(var items) -> {
                List<@Nullable Object> list = new ArrayList<>();
                items.stream().filter(item -> !item.removed).forEach(item -> list.add(value(item)));
                yield list;
            }
            case Keys(var keys) -> {
                Map<Object, @Nullable Object> map = new LinkedHashMap<>();
                keys.stream().filter(key -> !key.removed).forEach(key -> map.put(key.key, value(key)));
                yield map;
            }
            case null -> null;
            default -> box.value;
        };
    }
}
