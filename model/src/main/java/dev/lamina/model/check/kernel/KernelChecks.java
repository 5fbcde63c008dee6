package dev.lamina.model.check.kernel;

import dev.lamina.model.check.Check;
import java.util.List;

/// The rules of the kernel, its options and modules.
public final class KernelChecks {
    private KernelChecks() {}

    public static List<Check> all() {
        return List.of(
                new WrongConsole(),
                new WeakeningOption(),
                new HardeningOptions(),
                new ForeignSysctl(),
                new MissingModule());
    }
}
