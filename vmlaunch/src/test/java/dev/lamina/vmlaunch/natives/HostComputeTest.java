package dev.lamina.vmlaunch.natives;

import static dev.lamina.vmlaunch.natives.Failure.assertThatFailure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.vmlaunch.natives.HostCompute.ComputeSystem;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Through JNA into a library that plays `computecore.dll`.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has the real libraries")
@SuppressWarnings("NullAway.Init")
@Timeout(30)
final class HostComputeTest extends WithWindows {
    private HostCompute compute;

    @BeforeEach
    void open() {
        compute = windows.compute();
    }

    @Test
    void everyCallGetsItsArgumentsAndUnicodeArrivesExactly() {
        Path kernel = Path.of("/" + UNICODE + "/kernel");
        compute.grantAccess(UNICODE, kernel);
        try (ComputeSystem system = compute.create(UNICODE, "{\"Owner\":\"" + UNICODE + "\"}")) {
            system.start();
            system.pause();
            system.resume();
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
                compute.enumerate(document);
                collected.join();
            }
        }
        assertThat(windows.calls())
                .filteredOn(("HcsEnumerateComputeSystems(" + document + ")")::equals)
                .hasSize(30);
    }
}
