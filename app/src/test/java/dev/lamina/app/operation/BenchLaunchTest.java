package dev.lamina.app.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.app.testing.FakeHypervisor;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.progress.Reporter;
import dev.lamina.vmlaunch.CommandLine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BenchLaunchTest {
    @TempDir
    Path folder = Path.of("");

    private final FakeHypervisor hypervisor = new FakeHypervisor(vm -> {});
    private final List<CommandLine> alone = new ArrayList<>();

    private BenchLaunch.Result run(int runs) throws IOException {
        EarlierSystem system = EarlierSystem.in(folder);
        RunVm runVm = new RunVm(folder.resolve("machines"), folder, system.finder(), new CreateMetadata(), hypervisor);
        return new BenchLaunch(() -> runVm, command -> {
                    alone.add(command);
                    return Duration.ofNanos(1);
                })
                .run(new BenchLaunch.Request(system.source(), MachineOptions.DEFAULT, runs), Reporter.silent());
    }

    @Test
    void bothStartInTurnsAndTheFirstIsNotCounted() throws Exception {
        BenchLaunch.Result result = run(3);

        assertThat(hypervisor.machines())
                .hasSize(4)
                .allSatisfy(vm -> assertThat(vm.calls()).startsWith("kill"));
        assertThat(alone)
                .hasSize(4)
                .allSatisfy(command -> assertThat(command.argv()).startsWith("fake-vm"));
        assertThat(result.alone())
                .isEqualTo(new Timings(List.of(Duration.ofNanos(1), Duration.ofNanos(1), Duration.ofNanos(1))));
        for (int i = 0; i < 3; i++) {
            assertThat(result.own().runs().get(i))
                    .isEqualTo(result.lamina().runs().get(i).minusNanos(1));
        }
    }

    @Test
    void noRunsMeasureNothing() {
        assertThatThrownBy(() -> run(0)).isInstanceOf(InputException.class);
    }
}
