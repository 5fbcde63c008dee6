package dev.lamina.app.cli;

import dev.lamina.app.operation.MakeRoom;
import dev.lamina.model.value.ByteSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What `lamina image prune --keep` says.
final class RoomText {
    private RoomText() {}

    static void print(Session session, MakeRoom.Result result, ByteSize quota, boolean dryRun) {
        session.print(() -> text(result, dryRun), () -> json(result, dryRun));
        ImagePruneCommand.tell(session, result.store());
        if (result.left() > quota.bytes()) {
            session.tell("more is left than " + Bytes.text(quota.bytes()) + ": recent builds need "
                    + Counts.text(result.needed().size(), "image"));
        }
    }

    private static String text(MakeRoom.Result result, boolean dryRun) {
        List<String> parts = new ArrayList<>();
        add(parts, result.images().size(), "image");
        add(parts, result.packages(), "package");
        add(parts, result.parts(), "part");
        add(parts, result.notes(), "note");
        String what = parts.isEmpty() ? Counts.text(result.store().removed(), "file") : String.join(", ", parts);
        return "%s %s, %s; %s left"
                .formatted(
                        dryRun ? "would remove" : "removed",
                        what,
                        Bytes.text(result.freed()),
                        Bytes.text(result.left()));
    }

    private static void add(List<String> parts, int count, String word) {
        if (count > 0) {
            parts.add(Counts.text(count, word));
        }
    }

    private static Map<String, Object> json(MakeRoom.Result result, boolean dryRun) {
        Map<String, Object> object = ImagePruneCommand.json(result.store(), dryRun);
        object.put("images", result.images().stream().map(Object::toString).toList());
        object.put("packages", result.packages());
        object.put("parts", result.parts());
        object.put("notes", result.notes());
        object.put("freed", result.freed());
        object.put("left", result.left());
        object.put("needed", result.needed().stream().map(Object::toString).toList());
        return object;
    }
}
