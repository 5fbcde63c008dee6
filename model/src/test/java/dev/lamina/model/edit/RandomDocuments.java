package dev.lamina.model.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/// Documents as people and programs write them, or could: block and flow style mixed, comments, blank
/// lines, all quotes, odd indentation, anchors, all ends of lines. The same for the same seed.
final class RandomDocuments {
    private final Random random;
    private final List<String> anchors = new ArrayList<>();
    private int names;
    private int keys;

    RandomDocuments(long seed) {
        random = new Random(seed);
    }

    String next() {
        anchors.clear();
        StringBuilder text = new StringBuilder();
        if (random.nextInt(4) == 0) {
            text.append("# a document\n").append(random.nextBoolean() ? "\n" : "");
        }
        if (random.nextInt(10) == 0) {
            text.append("---\n");
        }
        if (random.nextInt(10) == 0) {
            text.append(flowMapping(3)).append('\n');
        } else {
            mapping(text, 0, 0, false);
        }
        if (random.nextInt(5) == 0) {
            text.append("# the end\n");
        }
        return ended(text.toString());
    }

    private String ended(String text) {
        String whole =
                random.nextInt(4) == 0 && !text.contains("|") && !text.contains(">") ? text.stripTrailing() : text;
        whole = random.nextInt(4) == 0 ? whole.replace("\n", "\r\n") : whole;
        return random.nextInt(12) == 0 ? "\uFEFF" + whole : whole;
    }

    /// @param first whether the first key comes on a line that has begun, behind a dash
    private void mapping(StringBuilder text, int column, int depth, boolean first) {
        int count = 1 + random.nextInt(5);
        for (int i = 0; i < count; i++) {
            if (i > 0 || !first) {
                above(text, column);
                text.append(" ".repeat(column));
            }
            text.append(key()).append(':');
            value(text, column, column, depth);
        }
    }

    private void sequence(StringBuilder text, int column, int depth, boolean first) {
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            if (i > 0 || !first) {
                above(text, column);
                text.append(" ".repeat(column));
            }
            text.append('-');
            int kind = depth > 3 ? 9 : random.nextInt(10);
            if (kind < 3) {
                int gap = 1 + random.nextInt(3);
                text.append(" ".repeat(gap));
                mapping(text, column + 1 + gap, depth + 1, true);
            } else if (kind == 3) {
                text.append(' ');
                sequence(text, column + 2, depth + 1, true);
            } else {
                single(text, column);
            }
        }
    }

    /// Behind a colon, up to the end of the line or lines.
    private void value(StringBuilder text, int column, int least, int depth) {
        int kind = depth > 3 ? 9 : random.nextInt(10);
        if (kind < 2) {
            String anchor = anchor();
            text.append(anchor).append(comment()).append('\n');
            mapping(text, least + 1 + random.nextInt(4), depth + 1, false);
            use(anchor);
        } else if (kind < 4) {
            String anchor = anchor();
            text.append(anchor).append(comment()).append('\n');
            sequence(text, column + random.nextInt(4), depth + 1, false);
            use(anchor);
        } else {
            single(text, column);
        }
    }

    private void single(StringBuilder text, int column) {
        int indent = column + 1 + random.nextInt(4);
        switch (random.nextInt(14)) {
            case 0 -> block(text, indent);
            case 1 ->
                text.append(" \"two\n")
                        .append(" ".repeat(indent))
                        .append("lines\"")
                        .append(comment())
                        .append('\n');
            case 2 -> text.append(comment()).append('\n');
            case 3 ->
                text.append(" ").append(flowLines(indent)).append(comment()).append('\n');
            case 4, 5 -> text.append(' ').append(flow(2)).append(comment()).append('\n');
            case 6 ->
                text.append('\n')
                        .append(" ".repeat(indent))
                        .append("below")
                        .append(comment())
                        .append('\n');
            default -> {
                if (!anchors.isEmpty() && random.nextInt(6) == 0) {
                    text.append(" *").append(anchors.get(random.nextInt(anchors.size())));
                } else {
                    String anchor = anchor();
                    text.append(anchor)
                            .append(" ".repeat(1 + random.nextInt(2)))
                            .append(scalar());
                    use(anchor);
                }
                text.append(comment()).append('\n');
            }
        }
    }

    private void block(StringBuilder text, int indent) {
        text.append(one(" |", " >", " |-", " |+", " >-"))
                .append(random.nextInt(5) == 0 ? " # c" : "")
                .append('\n');
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            text.append(" ".repeat(indent))
                    .append(one("line", "# no comment", "- no: dash", "key: x"))
                    .append('\n');
            text.append(random.nextInt(5) == 0 ? "\n" : "");
        }
        text.append(" ".repeat(indent)).append("last\n");
    }

    private void above(StringBuilder text, int column) {
        switch (random.nextInt(12)) {
            case 0 -> text.append('\n');
            case 1 -> text.append(" ".repeat(column)).append("# about it\n");
            case 2 ->
                text.append("\n")
                        .append(" ".repeat(column))
                        .append("# more\n")
                        .append(" ".repeat(column))
                        .append("# lines\n");
            case 3 -> text.append(" ".repeat(random.nextInt(6))).append("# anywhere\n");
            default -> {}
        }
    }

    private String comment() {
        return random.nextInt(6) == 0 ? one(" # c", "   # with: colon", " #") : "";
    }

    private String anchor() {
        if (random.nextInt(14) > 0) {
            return "";
        }
        return " &a" + names++;
    }

    /// From here on aliases may come, as nothing may hold itself.
    private void use(String anchor) {
        if (!anchor.isEmpty()) {
            anchors.add(anchor.substring(2));
        }
    }

    private String key() {
        String key = one("k", "key", "net.ipv4.x", "with blank", "ü") + keys++;
        return switch (random.nextInt(8)) {
            case 0 -> "\"" + key + "\"";
            case 1 -> "'" + key + "'";
            default -> key;
        };
    }

    private String scalar() {
        return one(
                "x",
                "a b",
                "on",
                "12",
                "-3",
                "true",
                "1.5",
                "~",
                "a#b",
                "a:b",
                "/x:/y",
                "\"q\"",
                "'s'",
                "\"\\u00fc\\n\"",
                "''",
                "\"# no\"",
                "ü\uD83D\uDE00",
                "0x1f",
                "x-y",
                "2001-12-14");
    }

    private String flow(int depth) {
        return switch (depth == 0 ? 9 : random.nextInt(4)) {
            case 0 -> flowMapping(depth);
            case 1 -> flowSequence(depth);
            default -> one("x", "\"q, r\"", "'s'", "7", "false", "a:b");
        };
    }

    private String flowMapping(int depth) {
        return many("{", "}", () -> key() + ": " + flow(depth - 1));
    }

    private String flowSequence(int depth) {
        return many("[", "]", () -> flow(depth - 1));
    }

    private String many(String open, String close, Supplier<String> element) {
        List<String> all = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            all.add(element.get());
        }
        String pad = one("", "", " ");
        String comma = all.isEmpty() || random.nextInt(8) > 0 ? "" : ",";
        return open + pad + String.join(one(", ", ",  ", " , "), all) + comma + pad + close;
    }

    private String flowLines(int indent) {
        String before = " ".repeat(indent);
        StringBuilder text = new StringBuilder("[").append(one("\n" + before, " # c\n" + before, ""));
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            boolean last = i == count - 1;
            text.append(flow(1));
            text.append(last && random.nextBoolean() ? "" : ",");
            text.append(last ? "" : one("\n" + before, " # c\n" + before, "\n" + before + "# d\n" + before, " "));
        }
        return text.append(one("\n" + before, " # e\n" + before, " ", ""))
                .append("]")
                .toString();
    }

    private String one(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
