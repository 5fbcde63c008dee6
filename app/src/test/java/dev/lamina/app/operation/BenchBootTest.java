package dev.lamina.app.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.app.operation.BootComparison.ReadySign;
import dev.lamina.app.testing.FakeHypervisor;
import dev.lamina.app.testing.FakeVm;
import dev.lamina.model.BootMedia;
import dev.lamina.model.problem.ExternalException;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.Accelerator;
import dev.lamina.vmlaunch.AcceleratorChoice;
import dev.lamina.vmlaunch.VmExit;
import dev.lamina.vmlaunch.VmSpec;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BenchBootTest {
    @TempDir
    Path folder = Path.of("");

    private EarlierSystem system = new EarlierSystem(Path.of(""));

    @BeforeEach
    void build() throws IOException {
        system = EarlierSystem.in(folder);
    }

    private BootComparison run(FakeHypervisor hypervisor, int runs) throws IOException, InterruptedException {
        return new BenchBoot(folder.resolve("machines"), system.finder(), hypervisor)
                .run(
                        new BenchBoot.Request(system.source(), MachineOptions.DEFAULT, runs),
                        InputStream.nullInputStream(),
                        Reporter.silent());
    }

    /// Plays the bare kernel, or the system as the test says.
    private static FakeHypervisor playing(Consumer<FakeVm> system) {
        FakeHypervisor[] self = new FakeHypervisor[1];
        self[0] = new FakeHypervisor(vm -> {
            if (isBare(self[0].specs().getLast())) {
                vm.print("/bin/sh: can't access tty\r\nbare-kernel-shell# ");
            } else {
                system.accept(vm);
            }
        });
        return self[0];
    }

    private static boolean isBare(VmSpec spec) {
        return initrd(spec).endsWith("bare-initrd.img");
    }

    private static Path initrd(VmSpec spec) {
        return ((BootMedia.KernelInitrd) spec.media()).initrd().orElseThrow();
    }

    @Test
    void bothBootInTurnsOnTheSameMachine() throws Exception {
        FakeHypervisor hypervisor = playing(vm -> {
            vm.send("kernel");
            vm.print("login: ");
            vm.send("ready");
        });

        BootComparison result = run(hypervisor, 3);

        assertThat(result)
                .isEqualTo(new BootComparison(
                        "sys",
                        Arch.AMD64,
                        Accelerator.TCG,
                        512,
                        result.bare(),
                        result.system(),
                        ReadySign.EVENT,
                        BootTimeline.EMPTY));
        assertThat(result.bare().runs()).hasSize(3);
        assertThat(result.system().runs()).hasSize(3);
        assertThat(hypervisor.specs().stream().map(BenchBootTest::isBare))
                .containsExactly(true, false, true, false, true, false);
        VmSpec system = hypervisor.specs().get(1);
        assertThat(system)
                .isEqualTo(VmSpec.of(
                                "bench-sys",
                                new BootMedia.KernelInitrd(
                                        Arch.AMD64,
                                        folder.resolve("sys-kernel"),
                                        Optional.of(folder.resolve("sys-initrd.img")),
                                        "console=ttyS0"),
                                folder.resolve("machines/bench-sys"))
                        .withExtraCmdline("quiet")
                        .withAccelerator(AcceleratorChoice.TCG));
        assertThat(hypervisor.specs().get(2))
                .isEqualTo(system.withMedia(hypervisor.specs().get(2).media()));
        assertThat(hypervisor.machines())
                .allSatisfy(vm -> assertThat(vm.calls()).containsExactly("kill", "close"));
    }

    @Test
    void aSystemWithoutEventsIsReadyWithItsLoginPrompt() throws Exception {
        assertThat(run(playing(vm -> vm.print("Welcome to LinuxKit\r\nlinuxkit login: ")), 1)
                        .sign())
                .isEqualTo(ReadySign.LOGIN_PROMPT);
    }

    @Test
    void aSystemThatPowersOffInsteadIsReportedWithItsLastLines() {
        FakeHypervisor hypervisor = playing(vm -> {
            vm.print("nothing to do\r\n");
            vm.powerOff();
        });

        assertThatThrownBy(() -> run(hypervisor, 1))
                .isInstanceOf(ExternalException.class)
                .hasMessageMatching(
                        "(?s)the system did not get ready: 'login:' did not appear on the console before the machine ended after .* s\n"
                                + "last lines of the console:\n  \\| nothing to do");
    }

    @Test
    void aSystemThatFailsAfterItsLoginPromptIsReported() {
        FakeHypervisor hypervisor = playing(vm -> {
            vm.send("kernel");
            vm.print("login: ");
            vm.end(new VmExit(VmExit.Reason.FAILED, 1, "QEMU ended with exit code 1"));
        });

        assertThatThrownBy(() -> run(hypervisor, 1))
                .isInstanceOf(MachineFailedException.class)
                .hasMessage("the machine failed: QEMU ended with exit code 1");
    }
}
