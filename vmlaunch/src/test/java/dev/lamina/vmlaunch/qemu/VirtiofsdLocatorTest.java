package dev.lamina.vmlaunch.qemu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.host.HostSystem;
import dev.lamina.vmlaunch.host.HostSystem.Os;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VirtiofsdLocatorTest {
    @TempDir
    Path folder = Path.of("");

    private Path find(Os os, Path setting) {
        HostSystem host = new HostSystem(os, Arch.AMD64, Map.of("PATH", folder.toString()));
        return new VirtiofsdLocator(host, Optional.of(setting)).find();
    }

    @Test
    void theNamedProgramIsTaken() throws IOException {
        Path program = Files.createFile(folder.resolve("mine"));
        assertThat(program.toFile().setExecutable(true)).isTrue();

        assertThat(find(Os.LINUX, program)).isEqualTo(program);
    }

    @Test
    void whatIsNoProgramIsRefused() {
        assertThatThrownBy(() -> find(Os.LINUX, folder))
                .isInstanceOf(EnvironmentException.class)
                .hasMessage("virtiofsd is not at " + folder);
        assertThatThrownBy(() -> find(Os.MACOS, folder))
                .isInstanceOf(EnvironmentException.class)
                .hasMessage("folders can be shared with a guest on Linux only");
    }
}
