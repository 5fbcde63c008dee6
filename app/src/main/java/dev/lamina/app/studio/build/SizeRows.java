package dev.lamina.app.studio.build;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.assembler.listing.ListedFile;
import dev.lamina.assembler.size.Duplicate;
import dev.lamina.assembler.size.SizeReport;
import dev.lamina.assembler.size.SizeTree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;

/// The lines of the list beside the treemap.
record SizeRows(SystemSizes sizes) {
    private static final Texts TEXTS = Texts.of(SizeRows.class);

    List<SizeRow> of(SizeList list) {
        return switch (list) {
            case COMPONENTS ->
                sizes.report().rows().stream().map(this::component).toList();
            case FILES -> sizes.biggest().stream().map(this::file).toList();
            case DUPLICATES -> duplicates();
        };
    }

    private SizeRow component(SizeReport.Row row) {
        return new SizeRow(
                row.component(),
                "",
                row.component(),
                TEXTS.get("sizes.files", row.files()),
                row.stored(),
                growth(sizes.componentGrowth(), row.component()));
    }

    private SizeRow file(ListedFile file) {
        return new SizeRow(
                file.component(),
                file.path(),
                file.path(),
                TEXTS.get("sizes.unpacked", Amounts.bytes(file.size())),
                file.stored(),
                growth(sizes.fileGrowth(), file.path()));
    }

    private List<SizeRow> duplicates() {
        Map<String, String> components = new HashMap<>();
        collect(components);
        return sizes.duplicates().stream()
                .map(duplicate -> duplicate(duplicate, components))
                .toList();
    }

    private static SizeRow duplicate(Duplicate duplicate, Map<String, String> components) {
        String first = duplicate.paths().getFirst();
        return new SizeRow(
                components.getOrDefault(first, ""),
                first,
                String.join("\n", duplicate.paths()),
                TEXTS.get("sizes.times", duplicate.paths().size(), Amounts.bytes(duplicate.size())),
                duplicate.wasted(),
                OptionalLong.empty());
    }

    /// Which component a path belongs to.
    private void collect(Map<String, String> components) {
        for (SizeTree component : sizes.tree().children()) {
            collect(component, component.name(), components);
        }
    }

    private static void collect(SizeTree at, String component, Map<String, String> components) {
        if (at.isFile()) {
            components.put(at.path(), component);
        }
        at.children().forEach(child -> collect(child, component, components));
    }

    private static OptionalLong growth(Map<String, Long> growth, String key) {
        return growth.containsKey(key)
                ? OptionalLong.of(Objects.requireNonNull(growth.get(key)))
                : OptionalLong.empty();
    }
}
