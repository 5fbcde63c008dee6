package dev.lamina.app.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/// What was done with a machine, as JSON.
final class MachineJson {
    private MachineJson() {}

    static String line(String machine, String key, String value) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("machine", machine);
        object.put(key, value);
        return Json.line(object);
    }
}
