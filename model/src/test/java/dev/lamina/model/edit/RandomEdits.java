package dev.lamina.model.edit;

import dev.lamina.model.edit.Edit.Append;
import dev.lamina.model.edit.Edit.Insert;
import dev.lamina.model.edit.Edit.Remove;
import dev.lamina.model.edit.Edit.RenameKey;
import dev.lamina.model.edit.Edit.Set;
import dev.lamina.model.edit.PlainTree.Box;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Edits of what a document has; the same for the same seed.
final class RandomEdits {
    private static final List<Object> SINGLE = List.of(
            "word",
            "yes",
            "no",
            "0644",
            "1e3",
            "~",
            "",
            "a: b",
            "a #b",
            "#c",
            "- a",
            "*a",
            "[b]",
            "{c}",
            "a,b",
            "it's",
            "\"q\"",
            "/x:/y:ro",
            "CAP_KILL",
            "x=y z",
            "tab\t",
            "ünï ☃",
            "12:30",
            "2024-01-01",
            "<<",
            "=",
            "@x",
            "a\nb\n",
            "l1\n\n  l2",
            "\n",
            "cr\r\n",
            "---",
            "? a",
            "!t",
            true,
            false,
            7L,
            -12L,
            1L << 20);

    private final Random random;

    RandomEdits(long seed) {
        random = new Random(seed);
    }

    /// Some edits, none of which lies in what another gives a value; but some may lie in what another
    /// removes.
    List<Edit> next(PlainTree tree) {
        List<Edit> edits = new ArrayList<>();
        List<String> taken = new ArrayList<>();
        List<Box> boxes = tree.boxes();
        int most = random.nextBoolean() ? 1 : 1 + random.nextInt(5);
        for (int i = 0; i < most && !boxes.isEmpty(); i++) {
            Box box = boxes.get(random.nextInt(boxes.size()));
            if (taken.stream().noneMatch(path -> overlap(path, box.path()))) {
                edits.add(edit(box));
                taken.add(box.path());
            }
        }
        return edits;
    }

    private static boolean overlap(String a, String b) {
        return a.startsWith(b) || b.startsWith(a);
    }

    private Edit edit(Box box) {
        return switch (random.nextInt(8)) {
            case 0, 1 -> new Remove(box.path());
            case 2, 3 -> box.isList() ? new Append(box.path(), value(2)) : new Set(box.path(), value(2));
            case 4 -> box.isElement() ? new Insert(box.path(), value(2)) : new Set(box.path(), single());
            case 5 -> box.isMap() ? new Set(box.path() + ".new", value(2)) : new Set(box.path(), single());
            case 6 ->
                box.isElement() ? new Set(box.path(), value(1)) : new RenameKey(box.path(), "renamed " + box.path());
            default -> new Set(box.path(), value(2));
        };
    }

    private Object single() {
        return SINGLE.get(random.nextInt(SINGLE.size()));
    }

    private Object value(int depth) {
        return switch (depth == 0 ? 9 : random.nextInt(6)) {
            case 0, 1 -> {
                List<Object> list = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    list.add(value(depth - 1));
                }
                yield list;
            }
            case 2 -> {
                Map<String, Object> map = new LinkedHashMap<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    map.put("m" + random.nextInt(5), value(depth - 1));
                }
                yield map;
            }
            default -> single();
        };
    }
}
