package dev.lamina.app.cli;

import dev.lamina.assembler.difference.FileChange;
import dev.lamina.assembler.difference.FileChange.Added;
import dev.lamina.assembler.difference.FileChange.Aspect;
import dev.lamina.assembler.difference.FileChange.Changed;
import dev.lamina.assembler.difference.FileChange.Removed;
import dev.lamina.assembler.listing.ListedFile;
import dev.lamina.assembler.tree.TreeEntry.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Rows about files that differ.
///
/// @param changes in the order of their paths
record FileChanges(List<FileChange> changes) {

    record Row(char sign, String path, String bytes, String what) {}

    /// @param folded whether a directory that came or went stands for all that is in it
    List<Row> rows(boolean folded) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < changes.size(); ) {
            List<FileChange> inside = folded ? inside(i) : List.of();
            rows.add(inside.isEmpty() ? row(changes.get(i)) : folder(changes.get(i), inside));
            i += 1 + inside.size();
        }
        return rows;
    }

    /// What follows a directory and went the same way with it; empty when something in it did not, or stayed.
    private List<FileChange> inside(int index) {
        FileChange folder = changes.get(index);
        if (folder instanceof Changed || listed(folder).kind() != Kind.DIRECTORY) {
            return List.of();
        }
        int end = index + 1;
        while (end < changes.size()
                && changes.get(end).path().startsWith(folder.path() + "/")
                && sign(changes.get(end)) == sign(folder)) {
            end++;
        }
        return changes.subList(index + 1, end);
    }

    private static Row folder(FileChange folder, List<FileChange> inside) {
        long bytes =
                inside.stream().mapToLong(change -> Math.abs(change.growth())).sum();
        String what = "directory of " + inside.size() + (inside.size() == 1 ? " entry" : " entries");
        return new Row(sign(folder), folder.path() + "/", bytes == 0 ? "" : Bytes.text(bytes), what);
    }

    private static Row row(FileChange change) {
        return new Row(sign(change), change.path(), bytes(change), what(change));
    }

    private static char sign(FileChange change) {
        return switch (change) {
            case Added added -> '+';
            case Removed removed -> '-';
            case Changed changed -> '~';
        };
    }

    private static ListedFile listed(FileChange change) {
        return switch (change) {
            case Added(ListedFile after) -> after;
            case Removed(ListedFile before) -> before;
            case Changed changed -> changed.after();
        };
    }

    private static String bytes(FileChange change) {
        return switch (change) {
            case Added(ListedFile after) -> after.isFile() ? Bytes.text(after.size()) : "";
            case Removed(ListedFile before) -> before.isFile() ? Bytes.text(before.size()) : "";
            case Changed changed -> DiffText.growth(changed.growth());
        };
    }

    private static String what(FileChange change) {
        return switch (change) {
            case Added(ListedFile after) -> kind(after);
            case Removed(ListedFile before) -> kind(before);
            case Changed(ListedFile before, ListedFile after, Set<Aspect> aspects) ->
                aspects.stream().map(aspect -> what(aspect, before, after)).collect(Collectors.joining(", "));
        };
    }

    private static String kind(ListedFile file) {
        return file.isFile() ? "" : (name(file.kind()) + " " + file.link()).strip();
    }

    private static String name(Kind kind) {
        return kind.toString().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String what(Aspect aspect, ListedFile before, ListedFile after) {
        return switch (aspect) {
            case PLACE -> "was " + before.path();
            case KIND -> name(before.kind()) + " -> " + name(after.kind());
            case CONTENT -> "content";
            case MODE -> "mode %04o -> %04o".formatted(before.mode(), after.mode());
            case OWNER -> "owner %d:%d -> %d:%d".formatted(before.uid(), before.gid(), after.uid(), after.gid());
            case LINK -> "link " + before.link() + " -> " + after.link();
            case COMPONENT -> before.component() + " -> " + after.component();
            case TIME -> "time";
        };
    }
}
