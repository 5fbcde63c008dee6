package dev.lamina.vmlaunch.qemu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.model.progress.Reporter;
import dev.lamina.vmlaunch.AcceleratorChoice;
import dev.lamina.vmlaunch.AttachedVm;
import dev.lamina.vmlaunch.BackgroundVm;
import dev.lamina.vmlaunch.Console;
import dev.lamina.vmlaunch.DetachedVm;
import dev.lamina.vmlaunch.GuestControlException;
import dev.lamina.vmlaunch.VmSpec;
import dev.lamina.vmlaunch.VmState;
import dev.lamina.vmlaunch.testing.TinyKernel;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Machines in the background, taken hold of by others than who started them.
final class AttachedQemuIT {
    @TempDir
    Path folder;

    private final QemuHypervisor qemu = new QemuHypervisor(new QemuSettings(
            Optional.empty(), Optional.empty(), System.getenv(), Path.of(System.getProperty("java.io.tmpdir"))));
    private Optional<DetachedVm> started = Optional.empty();

    @BeforeEach
    void start() throws Exception {
        VmSpec spec = VmSpec.of("tiny", TinyKernel.printing(folder, "hello\r\n"), folder.resolve("state"))
                .withMemory(64 * VmSpec.MIB)
                .withAccelerator(AcceleratorChoice.TCG);
        started = Optional.of(qemu.detach(spec, Reporter.silent()).vm());
    }

    @AfterEach
    void kill() {
        started.ifPresent(vm -> new BackgroundQemu(vm).kill());
    }

    private DetachedVm vm() {
        return started.orElseThrow();
    }

    private BackgroundVm background() {
        return qemu.background(vm()).orElseThrow();
    }

    /// What somebody who attaches sees.
    private static final class Seen implements Console.Listener {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final CompletableFuture<String> whole = new CompletableFuture<>();

        @Override
        public synchronized void received(byte[] more, int offset, int length) {
            bytes.write(more, offset, length);
            notifyAll();
        }

        @Override
        public synchronized void ended() {
            whole.complete(bytes.toString(StandardCharsets.UTF_8));
        }

        synchronized void await(String text) throws InterruptedException {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            while (!bytes.toString(StandardCharsets.UTF_8).contains(text)) {
                assertThat(System.nanoTime()).as(text).isLessThan(end);
                wait(100);
            }
        }
    }

    private static void type(AttachedVm vm, String keys) throws Exception {
        vm.console().write(keys.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void oneAfterTheOtherSeesAllOfTheConsoleAndTypes() throws Exception {
        try (AttachedVm first = background().attach()) {
            Seen seen = new Seen();
            first.console().listen(seen);
            seen.await("hello\r\n");
            type(first, "abc");
            seen.await("abc");
        }
        try (AttachedVm second = background().attach()) {
            Seen seen = new Seen();
            second.console().listen(seen);
            seen.await("abc");
            type(second, "deq");

            assertThat(seen.whole.get(20, TimeUnit.SECONDS)).isEqualTo("hello\r\nabcde");
        }
        assertThatThrownBy(() -> background().attach())
                .isInstanceOf(EnvironmentException.class)
                .hasMessage("the machine tiny has ended");
    }

    @Test
    void aSecondOneAtOnceIsToldSo() {
        try (AttachedVm first = background().attach();
                AttachedVm second = background().attach()) {
            assertThat(first.console().log()).isEqualTo(vm().consoleLog());

            assertThatThrownBy(second::console)
                    .isInstanceOf(EnvironmentException.class)
                    .hasMessage("somebody else is attached to tiny");
            assertThat(second.state()).isEqualTo(VmState.RUNNING);
        }
    }

    @Test
    void itIsHeldAndGoesOn() {
        try (AttachedVm first = background().attach();
                AttachedVm second = background().attach()) {
            first.pause();
            assertThat(second.state()).isEqualTo(VmState.PAUSED);
            second.resume();
            assertThat(first.state()).isEqualTo(VmState.RUNNING);
        }
    }

    @Test
    void aGuestWithoutAnAgentDoesNotAnswer() {
        try (AttachedVm vm = background().attach()) {
            assertThat(vm.control().awaitReady(Duration.ofMillis(100))).isFalse();
            assertThatThrownBy(() -> vm.control().exec(List.of("true"), Duration.ofMillis(100)))
                    .isInstanceOf(GuestControlException.class);
        }
    }

    @Test
    void oneThatIsHeldEndsInOrderAllTheSame() throws Exception {
        try (AttachedVm vm = background().attach()) {
            vm.pause();
        }
        background().stop(Duration.ofMillis(500));

        assertThat(background().runs()).isFalse();
        assertThat(vm().sockets()).doesNotExist();
    }
}
