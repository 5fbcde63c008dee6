package dev.lamina.model.check.privilege;

import dev.lamina.model.check.Check;
import java.util.List;

/// The rules of what containers may do.
public final class PrivilegeChecks {
    private PrivilegeChecks() {}

    public static List<Check> all() {
        return List.of(UnknownCapability.check());
    }
}
