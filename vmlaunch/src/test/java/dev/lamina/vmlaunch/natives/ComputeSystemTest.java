package dev.lamina.vmlaunch.natives;

import static dev.lamina.vmlaunch.natives.Failure.assertThatFailure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.vmlaunch.natives.HostCompute.ComputeSystem;
import dev.lamina.vmlaunch.testing.InThread;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// The life of a machine and of its handle, through JNA into a library that plays `computecore.dll`.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has the real libraries")
@SuppressWarnings("NullAway.Init")
@Timeout(30)
final class ComputeSystemTest extends WithWindows {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private HostCompute compute;

    @BeforeEach
    void open() {
        compute = windows.compute();
    }

    @Test
    void aMachineIsFoundAgainAndEndsWithItsLastHandleWhenMadeSo() {
        assertThat(compute.find("vm")).isEmpty();
        try (ComputeSystem made = compute.create("vm", "{\"ShouldTerminateOnLastHandleClosed\":true}")) {
            made.start();
            try (ComputeSystem found = compute.find("vm").orElseThrow()) {
                found.pause();
            }
            assertThat(windows.machines()).containsExactly("vm Paused");
        }
        assertThat(windows.machines()).isEmpty();
        windows.fail("HcsOpenComputeSystem", 0x8037011B);
        assertThatFailure(() -> compute.find("vm"))
                .isEqualTo(new Failure(0x8037011B, "HcsOpenComputeSystem", Optional.empty()));
    }

    @Test
    void anOperationThatTakesTooLongIsCancelledAndWaitedFor() {
        HostCompute impatient = windows.compute(Duration.ofMillis(50));
        try (ComputeSystem system = impatient.create("vm", "{}")) {
            windows.delay("HcsStartComputeSystem", Duration.ofMinutes(1));

            assertThatFailure(system::start)
                    .isEqualTo(new Failure(0x80370118, "HcsStartComputeSystem", Optional.empty()));
            assertThat(windows.controls().fake_calls()).endsWith("""
                HcsStartComputeSystem(vm, NULL)
                HcsWaitForOperationResult(50)
                HcsCancelOperation()
                HcsWaitForOperationResult(-1)
                """);
        }
    }

    @Test
    void anOperationThatDoesNotLetItselfBeCancelledMaySucceedAfterAll() {
        HostCompute impatient = windows.compute(Duration.ofMillis(20));
        try (ComputeSystem system = impatient.create("vm", "{}")) {
            windows.controls().fake_fail("HcsStartComputeSystem", 0, 0, null, 200, 1);
            system.start();

            assertThat(windows.calls()).contains("HcsCancelOperation()");
            assertThat(windows.machines()).containsExactly("vm Running");
        }
    }

    @Test
    void theEndOfTheGuestIsHeardOf() throws Exception {
        try (ComputeSystem system = compute.create("vm", "{}")) {
            system.start();
            assertThat(system.awaitExit(Duration.ofMillis(1))).isEmpty();
            CompletableFuture<Optional<String>> exit = InThread.start(() -> system.awaitExit(PATIENCE));
            windows.guestExit("vm", "{\"ExitType\":\"" + UNICODE + "\"}");

            assertThat(exit.get(20, TimeUnit.SECONDS)).contains("{\"ExitType\":\"" + UNICODE + "\"}");
            assertThat(system.awaitExit(Duration.ZERO)).contains("{\"ExitType\":\"" + UNICODE + "\"}");
        }
    }

    @Test
    void anEndOfWhichNoEventTellsIsNoticedToo() throws Exception {
        try (ComputeSystem system = compute.create("vm", "{}")) {
            system.start();
            windows.controls().fake_guest_exit_unheard("vm", "{\"Status\":0}");

            assertThat(system.awaitExit(PATIENCE)).contains("{\"Status\":0}");
        }
    }

    @Test
    void theLossOfTheServiceIsNoEndOfTheMachine() throws Exception {
        try (ComputeSystem system = compute.create("vm", "{}")) {
            system.start();
            CompletableFuture<Optional<String>> exit = InThread.start(() -> system.awaitExit(PATIENCE));
            windows.controls().fake_service_disconnect();

            assertThatThrownBy(() -> exit.get(20, TimeUnit.SECONDS))
                    .cause()
                    .isInstanceOfSatisfying(
                            HostComputeException.class,
                            e -> assertThat(e.hresult()).isEqualTo(0x8037011E));
        }
    }

    @Test
    void closingWaitsForWhatIsUnderWay() throws Exception {
        ComputeSystem system = compute.create("vm", "{}");
        windows.delay("HcsStartComputeSystem", Duration.ofMillis(200));
        CompletableFuture<Optional<String>> started = InThread.start(() -> {
            system.start();
            return Optional.empty();
        });
        while (!windows.calls().contains("HcsStartComputeSystem(vm, NULL)")) {
            Thread.onSpinWait();
        }
        system.close();

        assertThat(started.get(20, TimeUnit.SECONDS)).isEmpty();
        assertThat(windows.machines()).containsExactly("vm Running");
    }

    @Test
    void whoWaitsForTheEndDoesNotKeepOthersFromClosing() throws Exception {
        ComputeSystem system = compute.create("vm", "{}");
        CompletableFuture<Optional<String>> exit = InThread.start(() -> system.awaitExit(PATIENCE));
        system.close();
        system.close();

        assertThat(exit.get(20, TimeUnit.SECONDS)).isEmpty();
        assertThat(system.awaitExit(PATIENCE)).isEmpty();
        assertThatThrownBy(system::start).isInstanceOf(IllegalStateException.class);
        assertThat(windows.calls())
                .filteredOn("HcsCloseComputeSystem(vm)"::equals)
                .hasSize(1);
    }

    @Test
    void anEventAfterTheEndFindsNobody() {
        compute.create("vm", "{}").close();
        System.gc();
        windows.controls().fake_late_event("vm");
        windows.controls().fake_reset(); // waits for it
    }

    @Test
    void eventsArriveWhateverTheCollectorDoes() throws Exception {
        for (int i = 0; i < 20; i++) {
            try (ComputeSystem system = compute.create("vm" + i, "{}")) {
                system.start();
                System.gc();
                windows.guestExit("vm" + i, "{\"Number\":" + i + "}");
                assertThat(system.awaitExit(PATIENCE)).contains("{\"Number\":" + i + "}");
            }
        }
    }
}
