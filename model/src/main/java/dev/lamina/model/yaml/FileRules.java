package dev.lamina.model.yaml;

import dev.lamina.model.problem.Nearest;
import dev.lamina.model.problem.Texts;
import dev.lamina.model.value.SourceSpan;
import dev.lamina.model.yaml.Item.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the entries of `files` must be, alone and together.
final class FileRules {
    static final List<String> KINDS = List.of("contents", "source", "symlink", "directory", "metadata");
    private static final List<String> FORMATS = List.of("json", "yaml");

    /// Linux takes no longer one.
    private static final int LONGEST_PATH = 4096;

    private final Names names;

    private final Node root = new Node();

    private record Made(boolean directory, String path, SourceSpan span) {}

    FileRules(Names names) {
        this.names = names;
    }

    /// Call for the entries in their order.
    void check(Fields file, String subject, Problems problems) {
        List<String> kinds = kinds(file);
        boolean directory = kinds.equals(List.of("directory"));
        file.scalar("path").ifPresent(path -> path(path, directory, problems));
        if (kinds.isEmpty() && file.mapping().broken().stream().noneMatch(KINDS::contains)) {
            problems.add(
                    file.mapping().span(),
                    "%s has no content: contents, source, symlink, directory or metadata is needed".formatted(subject),
                    "add contents: \"\" for an empty file");
        } else if (kinds.size() > 1) {
            problems.add(
                    file.item(kinds.get(1)).orElseThrow().span(),
                    "%s has two kinds of content: %s and %s".formatted(subject, kinds.get(0), kinds.get(1)),
                    "keep one of them");
        }
        values(file, subject, problems);
        owner(file, "uid", subject, problems);
        owner(file, "gid", subject, problems);
    }

    /// The kinds of content that an entry has, in the order in which they were written.
    static List<String> kinds(Fields file) {
        return file.mapping().entries().stream()
                .map(Item.Entry::name)
                .filter(KINDS::contains)
                .filter(key -> !key.equals("directory") || file.truth(key).orElse(false))
                .toList();
    }

    private static void values(Fields file, String subject, Problems problems) {
        file.scalar("mode").ifPresent(mode -> {
            if (Modes.parse(mode.text()).isEmpty()) {
                problems.add(
                        mode.span(),
                        "mode %s of %s is not octal".formatted(Texts.quote(mode.text()), subject),
                        Modes.HINT);
            }
        });
        file.scalar("metadata").ifPresent(format -> {
            if (!FORMATS.contains(format.text())) {
                problems.add(
                        format.span(),
                        "unknown metadata format %s of %s".formatted(Texts.quote(format.text()), subject),
                        () -> Nearest.hint(format.text(), FORMATS));
            }
        });
        for (String key : List.of("source", "symlink")) {
            file.scalar(key)
                    .filter(value -> value.text().isEmpty())
                    .ifPresent(value ->
                            problems.add(value.span(), "%s of %s is empty".formatted(key, subject), "write a path"));
        }
    }

    private void owner(Fields file, String key, String subject, Problems problems) {
        names.checkOwner(
                file.item(key),
                owner -> problems.add(
                        "SCH07",
                        owner.span(),
                        "no container has the name %s, which is the %s of %s"
                                .formatted(Texts.quote(owner.text()), key, subject),
                        () -> names.ownerMeant(owner.text())));
        file.scalar(key).ifPresent(value -> Range.OWNERS.check(value, key, " of " + subject, problems));
    }

    private void path(Scalar path, boolean directory, Problems problems) {
        if (path.text().length() > LONGEST_PATH) {
            problems.add(path.span(), "a path of files is longer than " + LONGEST_PATH + " characters");
            return;
        }
        List<String> parts = new ArrayList<>();
        for (String part : path.text().split("/", -1)) {
            if (part.equals("..")) {
                problems.add(
                        path.span(),
                        "the path %s holds \"..\", which can lead out of the system"
                                .formatted(Texts.quote(path.text())),
                        "write the path from the system's root, without \"..\"");
                return;
            }
            if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        if (parts.isEmpty()) {
            problems.add(
                    path.span(),
                    "the path %s names no file".formatted(Texts.quote(path.text())),
                    "write for example etc/motd");
            return;
        }
        place(parts, path, directory, problems);
    }

    private void place(List<String> parts, Scalar path, boolean directory, Problems problems) {
        Node node = root;
        for (String part : parts) {
            if (node.made != null && !node.made.directory) {
                problems.add(
                        path.span(),
                        "the file %s lies below %s, which is not a directory"
                                .formatted(Texts.quote(path.text()), Texts.quote(node.made.path)),
                        "that is made at " + node.made.span);
                return;
            }
            node = node.children.computeIfAbsent(part, key -> new Node());
        }
        if (!directory && !node.children.isEmpty()) {
            Made below = node.firstBelow();
            problems.add(
                    path.span(),
                    "the file %s stands where %s needs a directory"
                            .formatted(Texts.quote(path.text()), Texts.quote(below.path)),
                    "that is made at " + below.span);
            return;
        }
        node.made = new Made(directory, path.text(), path.span());
    }

    /// A name in the tree of what the entries make.
    private static final class Node {
        private final Map<String, Node> children = new LinkedHashMap<>();
        private @Nullable Made made;

        /// Every branch ends in something that is made.
        private Made firstBelow() {
            Node node = children.values().iterator().next();
            while (node.made == null) {
                node = node.children.values().iterator().next();
            }
            return node.made;
        }
    }
}
