package dev.lamina.app.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.app.testing.FakeHypervisor;
import dev.lamina.app.testing.FakeVm;
import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.vmlaunch.Accelerator;
import dev.lamina.vmlaunch.DetachedVm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MachinesTest {
    @TempDir
    Path folder;

    private Machines machines(FakeHypervisor hypervisor) throws IOException {
        DetachedVm vm = new DetachedVm("web", 4711, folder.resolve("sock"), folder.resolve("log"), Accelerator.TCG);
        MachineRecord.detached(vm).write(Files.createDirectories(folder.resolve("machines/web")));
        return new Machines(folder.resolve("machines"), hypervisor);
    }

    @Test
    void aMachineInTheBackgroundThatHasEndedIsForgotten() throws IOException {
        Machines machines = machines(new FakeHypervisor(FakeVm::powerOff));

        assertThat(machines.list()).isEmpty();
        assertThat(folder.resolve("machines/web")).isEmptyDirectory();
    }

    @Test
    void whatAnotherHypervisorRunsInTheBackgroundIsLeftAlone() throws IOException {
        Machines machines = machines(new FakeHypervisor(FakeVm::powerOff).withoutBackground());

        assertThat(machines.list()).extracting(Machines.Running::name).containsExactly("web");
        assertThat(machines.state(machines.find(Optional.of("web")))).isEmpty();
        assertThatThrownBy(() -> machines.stop(Optional.of("web")))
                .isInstanceOf(EnvironmentException.class)
                .hasMessage("the machine web does not run with fake");
        assertThat(folder.resolve("machines/web")).isNotEmptyDirectory();
    }
}
