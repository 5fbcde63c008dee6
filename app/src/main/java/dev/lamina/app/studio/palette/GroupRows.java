package dev.lamina.app.studio.palette;

import dev.lamina.app.studio.base.Texts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The palette while nobody searches: a heading for each group, and the entries of those that are open.
final class GroupRows {
    private static final Texts TEXTS = Texts.of(GroupRows.class);

    private final List<PaletteEntry> entries;
    private final Recent recent;
    private final Set<Group> closed;
    private final Map<Group, String> problems = new EnumMap<>(Group.class);

    GroupRows(List<PaletteEntry> entries, Recent recent, Set<Group> closed) {
        this.entries = entries;
        this.recent = recent;
        this.closed = closed;
    }

    /// Says what went wrong with a group, which is shown even when it is closed.
    void problem(Group group, String words) {
        problems.put(group, words);
    }

    List<PaletteRow> rows() {
        List<PaletteRow> rows = new ArrayList<>();
        for (Group group : Group.values()) {
            List<PaletteEntry> members = members(group);
            Optional<String> problem = Optional.ofNullable(problems.get(group));
            if (members.isEmpty() && problem.isEmpty() && hiddenWhenEmpty(group)) {
                continue;
            }
            boolean open = !closed.contains(group);
            rows.add(new PaletteRow.Heading(group, members.size(), open));
            problem.ifPresent(words -> rows.add(new PaletteRow.Note(words, true)));
            if (open) {
                members.forEach(entry -> rows.add(new PaletteRow.Item(entry, group == Group.RECENT)));
                if (members.isEmpty() && problem.isEmpty()) {
                    rows.add(new PaletteRow.Note(TEXTS.get("empty." + group.key()), false));
                }
            }
        }
        return rows;
    }

    private static boolean hiddenWhenEmpty(Group group) {
        return group != Group.STORE;
    }

    private List<PaletteEntry> members(Group group) {
        if (group != Group.RECENT) {
            return entries.stream().filter(entry -> entry.group() == group).toList();
        }
        return recent.of(entries);
    }
}
