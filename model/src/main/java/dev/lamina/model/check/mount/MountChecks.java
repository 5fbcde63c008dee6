package dev.lamina.model.check.mount;

import dev.lamina.model.check.Check;
import java.util.List;

/// The rules of what containers see of files.
public final class MountChecks {
    private MountChecks() {}

    public static List<Check> all() {
        return List.of(
                new AbsentSource(),
                new MissingTarget(),
                new LostMount(),
                new HiddenFile(),
                new ReplacedDefaults(),
                new UnwritableData(),
                UnknownVolume.check(),
                new DataInMemory(),
                new MissingShm());
    }
}
