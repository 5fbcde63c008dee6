package dev.lamina.vmlaunch.natives;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.vmlaunch.natives.HostCompute.ComputeSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever is done in whatever order, and whatever of it fails: nothing is leaked, freed twice, or closed while it is
/// in use.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has the real libraries")
@Timeout(120)
final class HostComputeRandomTest {
    private static final int STEPS = 500;
    private static final int THREADS = 4;
    private static final String[] FUNCTIONS = {
        "HcsCreateOperation", "HcsCreateComputeSystem", "HcsOpenComputeSystem", "HcsSetComputeSystemCallback",
        "HcsStartComputeSystem", "HcsTerminateComputeSystem", "HcsPauseComputeSystem", "HcsResumeComputeSystem",
        "HcsShutDownComputeSystem", "HcsEnumerateComputeSystems", "HcsGetServiceProperties", "HcsGrantVmAccess"
    };

    @ParameterizedTest
    @ValueSource(longs = {1, 20, 300})
    void nothingIsLeftOfAnySequence(long seed) throws IOException {
        FakeWindows windows = FakeWindows.open();
        HostCompute compute = windows.compute(Duration.ofMillis(5));
        List<CompletableFuture<Void>> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Walk walk = new Walk(windows, compute, "vm" + i, new Random(seed + i));
            threads.add(CompletableFuture.runAsync(
                    walk, task -> Thread.ofPlatform().daemon().start(task)));
        }
        threads.forEach(CompletableFuture::join);

        windows.assertNothingIsLeft();
        assertThat(windows.calls()).hasSizeGreaterThan(STEPS);
    }

    /// One thread with one machine at a time, of which it has up to two handles.
    private static final class Walk implements Runnable {
        private final FakeWindows windows;
        private final HostCompute compute;
        private final String id;
        private final Random random;
        private final List<ComputeSystem> open = new ArrayList<>();

        Walk(FakeWindows windows, HostCompute compute, String id, Random random) {
            this.windows = windows;
            this.compute = compute;
            this.id = id;
            this.random = random;
        }

        @Override
        public void run() {
            for (int step = 0; step < STEPS / THREADS; step++) {
                perhapsInjectAFailure();
                try {
                    step();
                } catch (HostComputeException | IllegalStateException e) {
                    // As it is meant to be: what counts is what is left.
                    assertThat(e).hasMessageMatching(".* failed with 0x80.*|this machine's handle is closed");
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            open.forEach(ComputeSystem::close);
        }

        private void perhapsInjectAFailure() {
            String function = FUNCTIONS[random.nextInt(FUNCTIONS.length)];
            switch (random.nextInt(8)) {
                case 0 -> windows.fail(function, 0x80070005);
                case 1 -> windows.failLater(function, 0x80370106, "{\"ErrorMessage\":\"\u00fc\"}");
                case 2 -> windows.delay(function, Duration.ofMillis(random.nextInt(20)));
                case 3 -> windows.controls().fake_fail(function, 0, 0x80370118, "{}", random.nextInt(10), 1);
                default -> {
                    // All goes well.
                }
            }
        }

        private void step() throws InterruptedException {
            switch (random.nextInt(14)) {
                case 0, 1 -> open.add(compute.create(id, random.nextInt(5) == 0 ? "?" : "{}"));
                case 2 -> compute.find(id).ifPresent(open::add);
                case 3, 4 -> any().start();
                case 5 -> any().pause();
                case 6 -> any().resume();
                case 7 -> any().shutDown("");
                case 8 -> any().terminate();
                case 9 -> windows.guestExit(id, "{}");
                case 10 -> any().awaitExit(Duration.ofMillis(1));
                case 11 -> compute.enumerate("{}");
                case 12 -> compute.serviceProperties("{}");
                default -> closeOne();
            }
        }

        private ComputeSystem any() {
            if (open.isEmpty()) {
                compute.grantAccess(id, Path.of("/image"));
                open.add(compute.create(id, "{}"));
            }
            return open.get(random.nextInt(open.size()));
        }

        private void closeOne() {
            ComputeSystem system = any();
            system.close();
            open.remove(system);
        }
    }
}
