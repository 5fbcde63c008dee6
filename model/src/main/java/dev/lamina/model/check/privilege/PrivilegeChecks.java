package dev.lamina.model.check.privilege;

import dev.lamina.model.check.Check;
import java.util.List;

/// The rules of what containers may do.
public final class PrivilegeChecks {
    /// Where it is known what an image needs.
    private static final NeededCapabilities NEEDED = NeededCapabilities.ofLabels();

    private PrivilegeChecks() {}

    public static List<Check> all() {
        return List.of(
                new AllCapabilities(NEEDED),
                new Administrator(),
                new OwnsMachine(),
                new ForeignProcesses(),
                new KernelCode(),
                new RawHardware(),
                new ForeignFiles(),
                new SystemNetwork(),
                new UnneededCapability(NEEDED),
                UnknownCapability.check(),
                new NewPrivileges(),
                new RootUser(),
                new SharedProcesses(),
                new SharedNames(),
                new AmbientCapability(),
                new UserNamespace(),
                new UnfilteredCalls(),
                new OpenProc());
    }
}
