package dev.lamina.app.cli;

import dev.lamina.app.operation.UpdateCatalogue.Updated;
import dev.lamina.assembler.packages.debian.PackageUpdate.Change;
import java.util.LinkedHashMap;
import java.util.Map;

/// What became of locks of Debian's packages.
final class LockChanges {
    private LockChanges() {}

    static void print(Session session, Updated lock) {
        for (Change change : lock.changes()) {
            session.print(
                    () -> "%s: %s %s -> %s"
                            .formatted(
                                    lock.arch(),
                                    change.name(),
                                    change.before().orElse("(new)"),
                                    change.after().orElse("(gone)")),
                    () -> json(lock, change));
        }
        if (lock.changes().isEmpty()) {
            session.tell(lock.arch() + ": nothing has changed");
        }
    }

    private static Map<String, Object> json(Updated lock, Change change) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("arch", lock.arch().ociName());
        object.put("package", change.name());
        object.put("before", change.before());
        object.put("after", change.after());
        return object;
    }
}
