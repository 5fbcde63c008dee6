package dev.lamina.vmlaunch.qemu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.host.HostSystem;
import dev.lamina.vmlaunch.host.HostSystem.Os;
import dev.lamina.vmlaunch.testing.Made;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VirtiofsdLocatorTest {
    @TempDir
    Path folder = Path.of("");

    private VirtiofsdLocator locator(Os os, Optional<Path> setting) {
        return new VirtiofsdLocator(new HostSystem(os, Arch.AMD64, Map.of("PATH", folder.toString())), setting);
    }

    private Path program(String name) throws IOException {
        return Made.program(folder.resolve(name), "");
    }

    @Test
    void theNamedProgramIsTakenAndThenTheOneOnThePath() throws IOException {
        Path mine = program("mine");
        Path onPath = program("virtiofsd");

        assertThat(locator(Os.LINUX, Optional.of(mine)).find()).contains(mine);
        assertThat(locator(Os.LINUX, Optional.empty()).find()).contains(onPath);
        assertThat(locator(Os.MACOS, Optional.empty()).find()).isEmpty();
        assertThat(locator(Os.MACOS, Optional.empty()).missing()).isEqualTo("there is a virtiofsd for Linux only");
    }

    @Test
    void whatIsNoProgramIsRefused() {
        assertThatThrownBy(() -> locator(Os.LINUX, Optional.of(folder)).find())
                .isInstanceOf(EnvironmentException.class)
                .hasMessage("virtiofsd is not at " + folder);
    }
}
