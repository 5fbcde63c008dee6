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
                new Shadowing(),
                new HiddenFile(),
                new SensitiveBind(),
                new ControlSocket(),
                new BareBind(),
                new MountOutOfSight(),
                new ReplacedDefaults(),
                new UnwritableData(),
                new WritableRoot(),
                new LooseTmpfs(),
                UnknownVolume.check(),
                new DataInMemory(),
                new MissingShm());
    }
}
