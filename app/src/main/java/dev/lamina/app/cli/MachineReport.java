package dev.lamina.app.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/// Says what was done with a machine.
final class MachineReport {
    private MachineReport() {}

    /// @param key of the value in JSON, e.g. `state`
    /// @param words the same for people
    static void print(Session session, String machine, String key, String value, String words) {
        if (session.options().json) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("machine", machine);
            object.put(key, value);
            session.out().println(Json.line(object));
        }
        session.tell(words);
    }
}
