package dev.lamina.vmlaunch.hyperv;

import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.host.HostSystem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/// A program in place of `powershell.exe`, in a folder of its own, with Hyper-V's machines behind it.
final class FakePowerShell {
    private final Path program;

    FakePowerShell(Path folder) throws IOException {
        Path python = Path.of("/usr/bin/python3");
        Assumptions.assumeTrue(Files.isExecutable(python), "the stand-in needs python3");
        try (InputStream script = FakePowerShell.class.getResourceAsStream("/fake/powershell.py")) {
            if (script == null) {
                throw new IOException("no /fake/powershell.py among the test's resources");
            }
            String text = "#!" + python + "\n" + new String(script.readAllBytes(), StandardCharsets.UTF_8);
            program = Files.writeString(Files.createDirectories(folder).resolve("powershell.exe"), text);
        }
        if (!program.toFile().setExecutable(true)) {
            throw new IOException(program + " cannot be made a program");
        }
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
