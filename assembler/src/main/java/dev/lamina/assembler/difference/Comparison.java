package dev.lamina.assembler.difference;

import dev.lamina.assembler.difference.FileChange.Added;
import dev.lamina.assembler.difference.FileChange.Aspect;
import dev.lamina.assembler.difference.FileChange.Changed;
import dev.lamina.assembler.difference.FileChange.Removed;
import dev.lamina.assembler.difference.SystemDifference.Cmdline;
import dev.lamina.assembler.difference.SystemDifference.Total;
import dev.lamina.assembler.listing.ListedFile;
import dev.lamina.assembler.listing.SystemListing;
import dev.lamina.assembler.size.SizeReport.Row;
import dev.lamina.assembler.size.Sizes;
import dev.lamina.assembler.tree.TreeEntry.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Compares two listings whose components were told in the same way.
record Comparison(SystemListing before, SystemListing after) {
    /// Another container before it in the document gives one another number.
    private static final Pattern NUMBER = Pattern.compile("(containers/on[a-z]+/)[0-9]{3}-");

    SystemDifference difference() {
        List<FileChange> files = files();
        return new SystemDifference(
                components(files),
                files,
                settings(),
                new Cmdline(before.cmdline(), after.cmdline()),
                Total.of(before),
                Total.of(after));
    }

    private List<FileChange> files() {
        Map<String, ListedFile> old = byPlace(before);
        Map<String, ListedFile> now = byPlace(after);
        Set<String> places = new TreeSet<>(old.keySet());
        places.addAll(now.keySet());
        List<FileChange> changes = new ArrayList<>();
        for (String place : places) {
            Optional<ListedFile> one = Optional.ofNullable(old.get(place));
            Optional<ListedFile> other = Optional.ofNullable(now.get(place));
            change(one, other).ifPresent(changes::add);
        }
        changes.sort(Comparator.comparing(FileChange::path));
        return changes;
    }

    private static Map<String, ListedFile> byPlace(SystemListing listing) {
        Map<String, ListedFile> files = new HashMap<>();
        for (ListedFile file : listing.files()) {
            String place = withoutNumbers(file.path());
            if (files.putIfAbsent(place, file) != null) {
                files.put(file.path(), file); // two of one name: then the numbers tell them apart
            }
        }
        return files;
    }

    private static String withoutNumbers(String text) {
        return NUMBER.matcher(text).replaceAll("$1");
    }

    private static Optional<FileChange> change(Optional<ListedFile> before, Optional<ListedFile> after) {
        if (before.isEmpty()) {
            return after.map(Added::new);
        }
        if (after.isEmpty()) {
            return before.map(Removed::new);
        }
        Set<Aspect> aspects = aspects(before.get(), after.get());
        return aspects.isEmpty() ? Optional.empty() : Optional.of(new Changed(before.get(), after.get(), aspects));
    }

    private static Set<Aspect> aspects(ListedFile a, ListedFile b) {
        EnumSet<Aspect> aspects = EnumSet.noneOf(Aspect.class);
        add(aspects, Aspect.PLACE, !a.path().equals(b.path()));
        add(aspects, Aspect.KIND, a.kind() != b.kind());
        add(aspects, Aspect.CONTENT, !a.content().equals(b.content()));
        add(aspects, Aspect.MODE, a.mode() != b.mode());
        add(aspects, Aspect.OWNER, a.uid() != b.uid() || a.gid() != b.gid());
        add(aspects, Aspect.LINK, !a.link().equals(b.link()));
        // several components have the same directories; which of them counts is of no meaning
        add(
                aspects,
                Aspect.COMPONENT,
                b.kind() != Kind.DIRECTORY && !a.component().equals(b.component()));
        add(aspects, Aspect.TIME, a.mtime() != b.mtime());
        return aspects;
    }

    private static void add(Set<Aspect> aspects, Aspect aspect, boolean differs) {
        if (differs) {
            aspects.add(aspect);
        }
    }

    private List<ComponentChange> components(List<FileChange> files) {
        Map<String, Row> old = rows(before);
        Map<String, Row> now = rows(after);
        Set<String> touched = new HashSet<>();
        files.forEach(file -> {
            touched.add(file.component());
            if (file instanceof Changed changed) {
                touched.add(changed.before().component());
            }
        });
        Set<String> names = new TreeSet<>(old.keySet());
        names.addAll(now.keySet());
        names.removeIf(name -> old.containsKey(name) && now.containsKey(name) && !touched.contains(name));
        return names.stream()
                .map(name -> new ComponentChange(
                        name, Optional.ofNullable(old.get(name)), Optional.ofNullable(now.get(name))))
                .sorted(Comparator.comparingLong(ComponentChange::growth)
                        .reversed()
                        .thenComparing(ComponentChange::component))
                .toList();
    }

    /// Also of components that have directories or links alone.
    private static Map<String, Row> rows(SystemListing listing) {
        Map<String, Row> rows = new TreeMap<>();
        listing.files().forEach(file -> rows.putIfAbsent(file.component(), new Row(file.component(), 0, 0, 0)));
        new Sizes(listing)
                .report().rows().stream().filter(row -> row.files() > 0).forEach(row -> rows.put(row.component(), row));
        return rows;
    }

    private List<SettingChange> settings() {
        Map<String, ListedFile> now = byPlace(after);
        List<SettingChange> changes = new ArrayList<>();
        byPlace(before).forEach((place, file) -> {
            ListedFile other = now.get(place);
            String text = before.texts().get(file.path());
            String otherText = other == null ? null : after.texts().get(other.path());
            if (other != null && text != null && otherText != null && place.endsWith(".json")) {
                String name = place.substring(place.lastIndexOf('/') + 1);
                changes.addAll(
                        JsonChanges.between(other.component(), name, withoutNumbers(text), withoutNumbers(otherText)));
            }
        });
        changes.sort(Comparator.comparing(SettingChange::component)
                .thenComparing(SettingChange::file)); // stable: the paths stay in their order
        return changes;
    }
}
