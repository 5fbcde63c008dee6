package dev.lamina.app.cli;

import dev.lamina.assembler.difference.ComponentChange;
import dev.lamina.assembler.difference.FileChange;
import dev.lamina.assembler.difference.SettingChange;
import dev.lamina.assembler.difference.SystemDifference;
import dev.lamina.assembler.difference.SystemDifference.Cmdline;
import dev.lamina.assembler.difference.SystemDifference.Total;
import dev.lamina.assembler.size.SizeReport.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi;

/// What `lamina diff` prints for people: `+` is new, `-` is gone, `~` is different.
final class DiffText {
    private final Paint paint;
    private final boolean all;

    /// @param all whether every file is listed
    DiffText(Ansi ansi, boolean all) {
        this.paint = new Paint(ansi);
        this.all = all;
    }

    String of(SystemDifference difference) {
        if (difference.isEmpty()) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        parts.add(components(difference));
        if (difference.cmdline().changed()) {
            parts.add(cmdline(difference.cmdline()));
        }
        if (!difference.settings().isEmpty()) {
            parts.add(settings(difference.settings()));
        }
        if (!difference.files().isEmpty()) {
            parts.add(files(difference));
        }
        return String.join("\n", parts);
    }

    private String components(SystemDifference difference) {
        DiffTable table = new DiffTable("lrrrr", paint).title("COMPONENT", "BEFORE", "AFTER", "CHANGE", "IN THE IMAGE");
        for (ComponentChange change : difference.components()) {
            long before = change.before().map(Row::bytes).orElse(0L);
            long after = change.after().map(Row::bytes).orElse(0L);
            table.row(
                    sign(change.before().isPresent(), change.after().isPresent()),
                    change.component(),
                    change.before().isPresent() ? Bytes.text(before) : "",
                    change.after().isPresent() ? Bytes.text(after) : "",
                    growth(after - before),
                    growth(change.growth()));
        }
        Total before = difference.before();
        Total after = difference.after();
        return table.row(
                        ' ',
                        "all",
                        Bytes.text(before.bytes()),
                        Bytes.text(after.bytes()),
                        growth(after.bytes() - before.bytes()),
                        growth(after.stored() - before.stored()))
                .text();
    }

    static String growth(long bytes) {
        return bytes == 0 ? "" : (bytes < 0 ? "-" : "+") + Bytes.text(Math.abs(bytes));
    }

    private static char sign(boolean before, boolean after) {
        return before && after ? '~' : after ? '+' : '-';
    }

    private String cmdline(Cmdline cmdline) {
        return paint.title("KERNEL COMMAND LINE") + "\n" + lines("", cmdline.before(), cmdline.after());
    }

    /// Before and after, each on a line of its own.
    private String lines(String indent, String before, String after) {
        String gone = before.isEmpty() ? "" : paint.removed(indent + "- " + Printable.text(before)) + "\n";
        return gone + (after.isEmpty() ? "" : paint.added(indent + "+ " + Printable.text(after)) + "\n");
    }

    private String settings(List<SettingChange> settings) {
        StringBuilder text = new StringBuilder(paint.title("SETTINGS") + "\n");
        String above = "";
        for (SettingChange change : settings) {
            String place = Printable.text(change.component() + "  " + change.file() + "  " + change.path());
            text.append(place.equals(above) ? "" : place + "\n")
                    .append(lines(
                            "  ", change.before().orElse(""), change.after().orElse("")));
            above = place;
        }
        return text.toString();
    }

    private String files(SystemDifference difference) {
        List<FileChange> shown = all ? difference.files() : filesOfKeptComponents(difference);
        DiffTable table = new DiffTable("lrl", paint).title("FILES", "BYTES", "");
        int minor = difference.files().size() - difference.notableFiles().size();
        String rest =
                minor > 0 && !all ? "  and " + minor + " with another time or number alone; --all lists them\n" : "";
        if (shown.isEmpty()) {
            return rest;
        }
        FileChanges changes = new FileChanges(shown);
        changes.rows(!all).forEach(row -> table.row(row.sign(), row.path(), row.bytes(), row.what()));
        return table.text() + rest;
    }

    /// A component that came or went says enough without its files, and another time says little.
    private static List<FileChange> filesOfKeptComponents(SystemDifference difference) {
        Set<String> whole = difference.components().stream()
                .filter(change -> change.before().isEmpty() || change.after().isEmpty())
                .map(ComponentChange::component)
                .collect(Collectors.toSet());
        return difference.notableFiles().stream()
                .filter(change -> !whole.contains(change.component()))
                .toList();
    }
}
