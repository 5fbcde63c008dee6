package dev.lamina.vmlaunch.natives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lamina.vmlaunch.natives.HostCompute.ComputeSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Through JNA into a library that plays `computecore.dll`.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has the real libraries")
@SuppressWarnings("NullAway.Init")
@Timeout(30)
final class HostComputeTest {
    /// Beyond the basic plane too: a pair of surrogates, and one more.
    private static final String UNICODE = "Lamina-\u00e4\u20ac\u6f22-\ud83d\ude80\ud834\udd1e";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private FakeWindows windows;
    private HostCompute compute;

    @BeforeEach
    void open() throws IOException {
        windows = FakeWindows.open();
        compute = windows.compute();
    }

    @AfterEach
    void nothingIsLeft() {
        windows.assertNothingIsLeft();
    }

    @Test
    void everyCallGetsItsArgumentsAndUnicodeArrivesExactly() {
        Path kernel = Path.of("/" + UNICODE + "/kernel");
        compute.grantAccess(UNICODE, kernel);
        try (ComputeSystem system = compute.create(UNICODE, "{\"Owner\":\"" + UNICODE + "\"}")) {
            system.start();
            system.pause();
            system.resume();
            system.modify("{\"" + UNICODE + "\":1}");
            assertThat(system.properties("")).isEqualTo("{\"Id\":\"" + UNICODE + "\",\"State\":\"Running\"}");
            system.properties("{\"PropertyTypes\":[]}");
            system.shutDown("{\"Mechanism\":\"IntegrationService\"}");
        }
        compute.revokeAccess(UNICODE, kernel);
        compute.enumerate("{\"Owners\":[\"" + UNICODE + "\"]}");
        compute.serviceProperties("");

        assertThat(windows.calls())
                .containsExactly(
                        "HcsGrantVmAccess(" + UNICODE + ", " + kernel + ")",
                        "HcsCreateComputeSystem(" + UNICODE + ", {\"Owner\":\"" + UNICODE + "\"})",
                        "HcsStartComputeSystem(" + UNICODE + ", NULL)",
                        "HcsPauseComputeSystem(" + UNICODE + ", NULL)",
                        "HcsResumeComputeSystem(" + UNICODE + ", NULL)",
                        "HcsModifyComputeSystem(" + UNICODE + ", {\"" + UNICODE + "\":1})",
                        "HcsGetComputeSystemProperties(" + UNICODE + ", NULL)",
                        "HcsGetComputeSystemProperties(" + UNICODE + ", {\"PropertyTypes\":[]})",
                        "HcsShutDownComputeSystem(" + UNICODE + ", {\"Mechanism\":\"IntegrationService\"})",
                        "HcsCloseComputeSystem(" + UNICODE + ")",
                        "HcsRevokeVmAccess(" + UNICODE + ", " + kernel + ")",
                        "HcsEnumerateComputeSystems({\"Owners\":[\"" + UNICODE + "\"]})",
                        "HcsGetServiceProperties(NULL)");
    }

    @Test
    void textThatWouldEndEarlyIsRefused() {
        assertThatThrownBy(() -> compute.find("a\0b")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatTheServiceSaysComesBack() {
        try (ComputeSystem one = compute.create("one", "{}")) {
            one.start();
            assertThat(compute.enumerate("")).isEqualTo("[{\"Id\":\"one\",\"State\":\"Running\"}]");
        }
        assertThat(compute.serviceProperties("{}"))
                .isEqualTo("{\"Properties\":[{\"SupportedSchemaVersions\":"
                        + "[{\"Major\":1,\"Minor\":0},{\"Major\":2,\"Minor\":5}]}]}");
    }

    @Test
    void aCallThatDoesNotBeginFailsWithItsNumber() {
        try (ComputeSystem system = compute.create("vm", "{}")) {
            windows.fail("HcsStartComputeSystem", 0x80370102);

            assertThatFailure(system::start)
                    .isEqualTo(new Failure(0x80370102, "HcsStartComputeSystem", Optional.empty()));
            assertThatThrownBy(system::pause).hasMessage("HcsPauseComputeSystem failed with 0x80370105");
        }
    }

    @Test
    void aCallThatFailsLaterHasTheDocumentToo() {
        try (ComputeSystem system = compute.create("vm", "{}")) {
            windows.failLater("HcsStartComputeSystem", 0x80370102, "{\"ErrorMessage\":\"" + UNICODE + "\"}");

            assertThatFailure(system::start)
                    .isEqualTo(new Failure(
                            0x80370102,
                            "HcsStartComputeSystem",
                            Optional.of("{\"ErrorMessage\":\"" + UNICODE + "\"}")));
        }
    }

    @Test
    void whatCannotBeMadeLeavesNoHandle() {
        assertThatFailure(() -> compute.create("vm", "no JSON"))
                .isEqualTo(new Failure(
                        0x8037010D,
                        "HcsCreateComputeSystem",
                        Optional.of("{\"Error\":-2143878899,\"ErrorMessage\":\"The document is no JSON.\"}")));
        windows.fail("HcsSetComputeSystemCallback", 0x80070005);
        assertThatFailure(() -> compute.create("vm", "{}"))
                .isEqualTo(new Failure(0x80070005, "HcsSetComputeSystemCallback", Optional.empty()));
        windows.fail("HcsCreateOperation", 1);
        assertThatFailure(() -> compute.create("vm", "{}"))
                .isEqualTo(new Failure(0x8007000E, "HcsCreateOperation", Optional.empty()));

        assertThat(windows.machines()).isEmpty();
    }

    @Test
    void anIdIsGivenOnce() {
        try (ComputeSystem first = compute.create("vm", "{}")) {
            assertThatFailure(() -> compute.create("vm", "{}"))
                    .isEqualTo(new Failure(0x8037010F, "HcsCreateComputeSystem", Optional.empty()));
            first.start();
        }
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
            CompletableFuture<Optional<String>> exit = inThread(() -> system.awaitExit(PATIENCE));
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
            CompletableFuture<Optional<String>> exit = inThread(() -> system.awaitExit(PATIENCE));
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
        CompletableFuture<Optional<String>> started = inThread(() -> {
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
        CompletableFuture<Optional<String>> exit = inThread(() -> system.awaitExit(PATIENCE));
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
    void accessMayBeRefused() {
        windows.fail("HcsGrantVmAccess", 0x80070005);

        assertThatFailure(() -> compute.grantAccess("vm", Path.of("/image")))
                .isEqualTo(new Failure(0x80070005, "HcsGrantVmAccess", Optional.empty()));
    }

    @Test
    void withoutTheLibraryThereIsNoService() {
        assertThatThrownBy(() -> NativeHostCompute.open(windows.without("computecore")))
                .isInstanceOf(HostComputeMissingException.class)
                .hasMessage("this Windows has no computecore.dll");
        assertThatThrownBy(HostCompute::open)
                .isInstanceOf(HostComputeMissingException.class)
                .hasMessage("Hyper-V is a part of Windows, and this system is none");
    }

    @Test
    void textsSurviveTheCollectorOfGarbage() {
        String document = "{\"" + UNICODE.repeat(500) + "\":1}";
        try (ComputeSystem system = compute.create("vm", document)) {
            system.start();
            for (int i = 0; i < 30; i++) {
                CompletableFuture<Void> collected = CompletableFuture.runAsync(System::gc);
                system.modify(document);
                collected.join();
            }
        }
        assertThat(windows.calls())
                .filteredOn(("HcsModifyComputeSystem(vm, " + document + ")")::equals)
                .hasSize(30);
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

    private record Failure(int hresult, String call, Optional<String> document) {}

    private static org.assertj.core.api.ObjectAssert<Failure> assertThatFailure(
            org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        HostComputeException e = catchThrowableOfType(HostComputeException.class, call);
        assertThat(e).as("nothing failed").isNotNull();
        return assertThat(new Failure(e.hresult(), e.call(), e.resultDocument()));
    }

    private interface Work {
        Optional<String> run() throws InterruptedException;
    }

    private static CompletableFuture<Optional<String>> inThread(Work work) {
        CompletableFuture<Optional<String>> done = new CompletableFuture<>();
        Thread.ofPlatform().daemon().start(() -> {
            try {
                done.complete(work.run());
            } catch (InterruptedException | RuntimeException e) {
                done.completeExceptionally(e);
            }
        });
        return done;
    }
}
