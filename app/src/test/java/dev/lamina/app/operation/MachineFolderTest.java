package dev.lamina.app.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.model.problem.EnvironmentException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MachineFolderTest {
    @TempDir
    Path machines = Path.of("");

    @Test
    void aRunningMachineKeepsItsName() throws IOException {
        try (MachineFolder first = MachineFolder.claim(machines, "web")) {
            assertThat(first.path()).isEqualTo(machines.resolve("web"));
            assertThatThrownBy(() -> MachineFolder.claim(machines, "web"))
                    .isInstanceOf(EnvironmentException.class)
                    .hasMessage("a machine named web runs already")
                    .extracting(e -> ((EnvironmentException) e).hint())
                    .isEqualTo(Optional.of("end it, or give this one another --name"));
        }
        MachineFolder.claim(machines, "web").close();
    }

    @Test
    void namesThatNobodyChoseMakeWay() throws IOException {
        try (MachineFolder first = MachineFolder.claimLike(machines, "web");
                MachineFolder second = MachineFolder.claimLike(machines, "web");
                MachineFolder third = MachineFolder.claimLike(machines, "web")) {
            assertThat(first.name()).isEqualTo("web");
            assertThat(second.name()).isEqualTo("web-2");
            assertThat(third.name()).isEqualTo("web-3");
        }
    }
}
