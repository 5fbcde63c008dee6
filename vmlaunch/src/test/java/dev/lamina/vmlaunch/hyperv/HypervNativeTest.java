package dev.lamina.vmlaunch.hyperv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.lamina.model.problem.LaminaException;
import dev.lamina.model.progress.Reporter;
import dev.lamina.vmlaunch.ConsoleWatcher;
import dev.lamina.vmlaunch.VmExit;
import dev.lamina.vmlaunch.VmHandle;
import dev.lamina.vmlaunch.VmSpec;
import dev.lamina.vmlaunch.natives.FakeWindows;
import dev.lamina.vmlaunch.testing.FakeKernel;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Failures in the middle of things, through the real native layer, with Windows' libraries as C plays them: afterwards
/// nothing is open, allocated, granted or plugged in.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the played libraries are built for systems with POSIX threads")
@SuppressWarnings("NullAway.Init")
final class HypervNativeTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String DOCUMENT =
            "{\"Error\":-2143878910,\"ErrorMessage\":\"x\",\"ErrorEvents\":[{\"Message\":\"Nö 🐧.\",\"EventId\":1}]}";

    @TempDir
    Path folder;

    private FakeWindows windows;
    private HypervHypervisor hyperv;

    @BeforeEach
    void setUp() throws IOException {
        windows = FakeWindows.open();
        hyperv = Fakes.hyperv(new NativeWindows(windows).services());
    }

    @AfterEach
    void nothingIsLeft() {
        windows.assertNothingIsLeft();
        assertThat(windows.machines()).isEmpty();
        long granted = count("HcsGrantVmAccess");
        assertThat(count("HcsRevokeVmAccess")).isBetween(granted - 1, granted);
        assertThat(hyperv.orphans()).isEmpty();
    }

    private long count(String function) {
        return windows.calls().stream()
                .filter(call -> call.startsWith(function))
                .count();
    }

    private VmSpec spec() throws IOException {
        return VmSpec.of("tiny", FakeKernel.bzImage(folder, "up\r\n"), folder.resolve("state"))
                .withMemory(64 * VmSpec.MIB);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HcsGetServiceProperties",
                "HcsGrantVmAccess",
                "HcsCreateComputeSystem",
                "HcsSetComputeSystemCallback",
                "HcsStartComputeSystem"
            })
    void aCallThatIsRefusedIsExplained(String function) throws Exception {
        windows.fail(function, 0x80370114);
        VmSpec spec = spec();

        assertThatThrownBy(() -> hyperv.start(spec, Reporter.silent()))
                .isInstanceOf(LaminaException.class)
                .hasMessageEndingWith(": the Host Compute Service does not run");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HcsCreateComputeSystem", "HcsStartComputeSystem"})
    void whatTheServiceSaysLaterIsToldToo(String function) throws Exception {
        windows.failLater(function, 0x80370102, DOCUMENT);
        VmSpec spec = spec();

        assertThatThrownBy(() -> hyperv.start(spec, Reporter.silent()))
                .isInstanceOf(LaminaException.class)
                .hasMessageEndingWith(": the Windows hypervisor does not run (Nö 🐧.)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HcnEnumerateNetworks", "HcnOpenNetwork", "HcnCreateEndpoint"})
    void withoutItsNetworkAMachineRuns(String function) throws Exception {
        windows.fail(function, 0x80070005);
        try (VmHandle vm = hyperv.start(spec(), Reporter.silent())) {
            ConsoleWatcher.await(vm, "up", SOON).orThrow();
            assertThat(vm.commandLine().toString()).doesNotContain("NetworkAdapters");
        }
    }

    @Test
    void aMachineThatCannotBeTerminatedEndsWithItsHandle() throws Exception {
        try (VmHandle vm = hyperv.start(spec(), Reporter.silent())) {
            ConsoleWatcher.await(vm, "up", SOON).orThrow();
            windows.failLater("HcsTerminateComputeSystem", 0x80370118, "");
            vm.kill();

            assertThat(vm.waitForExit(SOON).orElseThrow().reason()).isEqualTo(VmExit.Reason.STOPPED);
        }
    }

    @Test
    void aSlowServiceIsWaitedFor() throws Exception {
        windows.delay("HcsStartComputeSystem", Duration.ofMillis(300));
        try (VmHandle vm = hyperv.start(spec(), Reporter.silent())) {
            ConsoleWatcher.await(vm, "up", SOON).orThrow();
        }
    }

    @Test
    void aHoldThatIsRefusedChangesNothing() throws Exception {
        try (VmHandle vm = hyperv.start(spec(), Reporter.silent())) {
            windows.fail("HcsPauseComputeSystem", 0x80370105);

            assertThat(catchThrowable(vm::pause))
                    .hasMessage("Hyper-V cannot hold the machine: the machine is not in the state for it");
            ConsoleWatcher.await(vm, "up", SOON).orThrow();
        }
    }
}
