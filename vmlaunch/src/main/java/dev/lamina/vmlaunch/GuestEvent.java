package dev.lamina.vmlaunch;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// One line of the guest's event channel (`docs/guest-channel.md`). Untrusted.
///
/// @param kind value of the field `event`, e.g. `ready`
/// @param received since the machine was started, by the clock of the host
/// @param fields all fields in order of appearance; numbers and booleans as written, nested values as JSON text
public record GuestEvent(String kind, Duration received, Map<String, String> fields) {
    public GuestEvent {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    public Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }
}
