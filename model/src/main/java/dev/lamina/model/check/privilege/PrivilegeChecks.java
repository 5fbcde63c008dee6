package dev.lamina.model.check.privilege;

import dev.lamina.model.check.Check;
import dev.lamina.model.known.Claim.Kind;
import java.util.List;

/// The rules of what containers may do.
public final class PrivilegeChecks {
    /// Where it is known what an image needs.
    private static final NeededCapabilities NEEDED =
            NeededCapabilities.ofKnownImages(Kind.NEEDS).or(NeededCapabilities.ofLabels());

    /// With what it can make use of.
    private static final NeededCapabilities USEFUL =
            NeededCapabilities.ofLabels().and(NeededCapabilities.ofKnownImages(Kind.NEEDS, Kind.MAY));

    private PrivilegeChecks() {}

    public static List<Check> all() {
        return List.of(
                new AllCapabilities(NEEDED),
                new Administrator(),
                new OwnsMachine(),
                new ForeignProcesses(),
                new KernelCode(),
                new RawHardware(),
                new ForeignFiles(NEEDED),
                new SystemNetwork(),
                new UnneededCapability(USEFUL),
                UnknownCapability.check(),
                new MissingCapabilities(),
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
