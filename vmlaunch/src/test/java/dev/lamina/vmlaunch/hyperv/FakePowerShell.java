package dev.lamina.vmlaunch.hyperv;

import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.host.HostSystem;
import dev.lamina.vmlaunch.testing.StandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A program in place of `powershell.exe`, in a folder of its own, with Hyper-V's machines behind it.
final class FakePowerShell {
    private final Path program;

    FakePowerShell(Path folder) throws IOException {
        program = StandIn.make(folder.resolve("powershell.exe"), "/fake/powershell.py");
        put("script", PowerShell.script());
    }

    HostSystem host() {
        return new HostSystem(HostSystem.Os.WINDOWS, Arch.AMD64, Map.of("LAMINA_POWERSHELL", program.toString()));
    }

    /// From now on.
    void put(String file, String content) throws IOException {
        Files.writeString(program.resolveSibling(file), content);
    }

    void remove(String file) throws IOException {
        Files.delete(program.resolveSibling(file));
    }

    List<String> requests() throws IOException {
        return Files.readAllLines(program.resolveSibling("requests"));
    }

    String machines() throws IOException {
        return Files.readString(program.resolveSibling("machines.json"));
    }
}
