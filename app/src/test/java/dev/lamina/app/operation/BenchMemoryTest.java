package dev.lamina.app.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.app.testing.FakeHypervisor;
import dev.lamina.app.testing.FakeVm;
import dev.lamina.model.problem.ExternalException;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.Accelerator;
import dev.lamina.vmlaunch.Subscription;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BenchMemoryTest {
    @TempDir
    Path folder;

    private EarlierSystem system = new EarlierSystem(Path.of(""));

    @BeforeEach
    void build() throws IOException {
        system = EarlierSystem.in(folder);
    }

    private BenchMemory.Result run(BiConsumer<FakeVm, Long> behaviour) throws IOException, InterruptedException {
        FakeHypervisor[] self = new FakeHypervisor[1];
        self[0] = new FakeHypervisor(
                vm -> behaviour.accept(vm, self[0].specs().getLast().memoryMib()));
        return run(self[0]);
    }

    private BenchMemory.Result run(FakeHypervisor hypervisor) throws IOException, InterruptedException {
        return new BenchMemory(folder.resolve("machines"), folder, system.finder(), hypervisor)
                .run(
                        new BenchMemory.Request(system.source(), MachineOptions.DEFAULT),
                        InputStream.nullInputStream(),
                        Reporter.silent());
    }

    private static void ready(FakeVm vm) {
        vm.send("kernel");
        vm.send("ready");
    }

    @Test
    void theLeastMemoryIsFoundByHalving() throws Exception {
        BenchMemory.Result result = run((vm, mib) -> {
            if (mib >= 90) {
                ready(vm);
            } else {
                vm.print("Kernel panic - not syncing: System is deadlocked on memory\r\n");
                vm.powerOff();
            }
        });

        assertThat(result).isEqualTo(new BenchMemory.Result("sys", Arch.AMD64, Accelerator.TCG, 92, result.tries()));
        assertThat(result.tries().stream()
                        .map(attempt -> attempt.mib() + (attempt.ready().isPresent() ? " ready" : " not")))
                .containsExactly(
                        "512 ready", "256 ready", "128 ready", "64 not", "96 ready", "80 not", "88 not", "92 ready");
    }

    @Test
    void aSystemWhoseContainersFailIsNotReady() throws Exception {
        BenchMemory.Result result = run((vm, mib) -> {
            if (mib < 128) {
                vm.send("failed");
            }
            ready(vm);
        });
        assertThat(result.mib()).isEqualTo(128);
    }

    @Test
    void aSystemThatLacksFilesIsNotReady() throws Exception {
        BenchMemory.Result result = run((vm, mib) -> {
            if (mib < 192) {
                printed(vm, "[    4.2] Initramfs unpacking failed: write error\r\n");
            }
            ready(vm);
        });
        assertThat(result.mib()).isEqualTo(192);
    }

    /// Returns when it has come through.
    private static void printed(FakeVm vm, String text) {
        CountDownLatch seen = new CountDownLatch(1);
        try (Subscription ignored = vm.console().listen((bytes, offset, length) -> {
            if (length > 0) {
                seen.countDown();
            }
        })) {
            vm.print(text);
            seen.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aMachineThatIsNotEvenStartedForWantOfMemoryIsNotReady() throws Exception {
        BenchMemory.Result result = run(new FakeHypervisor(BenchMemoryTest::ready).needing(75));
        assertThat(result.mib()).isEqualTo(76);
    }

    @Test
    void aSystemThatNeverGetsReadyIsReported() {
        assertThatThrownBy(() -> run((vm, mib) -> vm.powerOff()))
                .isInstanceOf(ExternalException.class)
                .hasMessage("sys did not get ready with 512 MiB");
    }
}
