package dev.lamina.app.studio.build;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.build.ChangeRow.Kind;
import dev.lamina.assembler.difference.ComponentChange;
import dev.lamina.assembler.difference.FileChange;
import dev.lamina.assembler.difference.FileChange.Aspect;
import dev.lamina.assembler.difference.SettingChange;
import dev.lamina.assembler.difference.SystemDifference;
import dev.lamina.assembler.listing.ListedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/// The lines of a difference, one chapter after the other; chapters without lines are left out.
///
/// @param minor whether files are listed of which nothing but the time or the number of their container differs
record ChangeRows(SystemDifference difference, boolean minor) {
    private static final Texts TEXTS = Texts.of(ChangeRows.class);

    List<ChangeRow> all() {
        List<ChangeRow> rows = new ArrayList<>();
        chapter(rows, "components", components());
        chapter(rows, "cmdline", cmdline());
        chapter(
                rows,
                "settings",
                difference.settings().stream().map(ChangeRows::setting).toList());
        List<FileChange> files = minor ? difference.files() : difference.notableFiles();
        chapter(rows, "changed.files", files.stream().map(ChangeRows::file).toList());
        return rows;
    }

    private static void chapter(List<ChangeRow> rows, String key, List<ChangeRow> lines) {
        if (!lines.isEmpty()) {
            rows.add(ChangeRow.heading(TEXTS.get("changes." + key, lines.size())));
            rows.addAll(lines);
        }
    }

    private List<ChangeRow> components() {
        return difference.components().stream()
                .filter(change -> change.growth() != 0
                        || change.before().isEmpty()
                        || change.after().isEmpty())
                .map(ChangeRows::component)
                .toList();
    }

    private static ChangeRow component(ComponentChange change) {
        return new ChangeRow(
                kind(change.before().isPresent(), change.after().isPresent()),
                change.component(),
                arrow(
                        change.before().map(row -> Amounts.bytes(row.stored())),
                        change.after().map(row -> Amounts.bytes(row.stored()))),
                growth(change.growth()));
    }

    private List<ChangeRow> cmdline() {
        return difference.cmdline().changed()
                ? List.of(new ChangeRow(
                        Kind.CHANGED,
                        TEXTS.get("changes.cmdline.title"),
                        TEXTS.get(
                                "changes.arrow",
                                difference.cmdline().before(),
                                difference.cmdline().after()),
                        OptionalLong.empty()))
                : List.of();
    }

    private static ChangeRow setting(SettingChange change) {
        return new ChangeRow(
                kind(change.before().isPresent(), change.after().isPresent()),
                TEXTS.get("changes.setting", change.component(), change.file(), change.path()),
                arrow(change.before(), change.after()),
                OptionalLong.empty());
    }

    private static ChangeRow file(FileChange change) {
        return switch (change) {
            case FileChange.Added(ListedFile after) ->
                new ChangeRow(Kind.ADDED, after.path(), about(after), growth(change.growth()));
            case FileChange.Removed(ListedFile before) ->
                new ChangeRow(Kind.REMOVED, before.path(), about(before), growth(change.growth()));
            case FileChange.Changed changed ->
                new ChangeRow(
                        Kind.CHANGED,
                        changed.path(),
                        changed.aspects().stream()
                                .map(aspect -> aspect(aspect, changed.before(), changed.after()))
                                .collect(Collectors.joining(", ")),
                        growth(change.growth()));
        };
    }

    private static String about(ListedFile file) {
        return switch (file.kind()) {
            case SYMLINK, HARD_LINK -> TEXTS.get("changes.to", file.link());
            case CHARACTER_DEVICE, BLOCK_DEVICE -> TEXTS.get("changes.device", kind(file), file.link());
            case FILE, DIRECTORY, FIFO -> TEXTS.get("changes.mode", mode(file));
        };
    }

    private static String aspect(Aspect aspect, ListedFile before, ListedFile after) {
        return switch (aspect) {
            case PLACE -> TEXTS.get("aspect.place", before.path());
            case KIND -> word(aspect, kind(before), kind(after));
            case CONTENT -> TEXTS.get("aspect.content");
            case MODE -> word(aspect, mode(before), mode(after));
            case OWNER -> word(aspect, owner(before), owner(after));
            case LINK -> word(aspect, before.link(), after.link());
            case COMPONENT -> word(aspect, before.component(), after.component());
            case TIME -> TEXTS.get("aspect.time");
        };
    }

    private static String word(Aspect aspect, String before, String after) {
        return TEXTS.get("aspect." + Texts.word(aspect), TEXTS.get("changes.arrow", before, after));
    }

    private static String kind(ListedFile file) {
        return TEXTS.get("kind." + Texts.word(file.kind()));
    }

    private static String mode(ListedFile file) {
        return String.format(Locale.ROOT, "%04o", file.mode());
    }

    private static String owner(ListedFile file) {
        return file.uid() + ":" + file.gid();
    }

    private static Kind kind(boolean before, boolean after) {
        return before && after ? Kind.CHANGED : after ? Kind.ADDED : Kind.REMOVED;
    }

    private static String arrow(Optional<String> before, Optional<String> after) {
        return before.isPresent() && after.isPresent()
                ? TEXTS.get("changes.arrow", before.get(), after.get())
                : before.or(() -> after).orElse("");
    }

    private static OptionalLong growth(long bytes) {
        return bytes == 0 ? OptionalLong.empty() : OptionalLong.of(bytes);
    }
}
