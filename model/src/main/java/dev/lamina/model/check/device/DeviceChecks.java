package dev.lamina.model.check.device;

import dev.lamina.model.check.Check;
import java.util.List;

/// The rules of devices of containers.
public final class DeviceChecks {
    private DeviceChecks() {}

    public static List<Check> all() {
        return List.of(new AllDevices(), new WrongDevice());
    }
}
