package dev.lamina.vmlaunch.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.BootMedia;
import dev.lamina.model.progress.Reporter;
import dev.lamina.vmlaunch.ConsoleWatcher;
import dev.lamina.vmlaunch.Hypervisor;
import dev.lamina.vmlaunch.VmExit;
import dev.lamina.vmlaunch.VmHandle;
import dev.lamina.vmlaunch.VmSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// What the hypervisors of macOS promise besides, tried with a stand-in that speaks through a real pseudo-terminal.
public abstract class MacContract extends HypervisorContract {

    @Override
    protected final VmSpec machine(BootMedia media, Path stateDir) {
        return VmSpec.of("tiny", media, stateDir).withMemory(64 * VmSpec.MIB);
    }

    @Override
    protected final VmSpec deaf(VmSpec spec) {
        return spec.withExtraCmdline("fake.deaf");
    }

    @Test
    final void theGuestHearsItsPowerButton() throws Exception {
        Hypervisor hypervisor = create(folder.resolve("run"));
        VmSpec spec = machine(printing(folder, "up\r\n"), folder.resolve("state"));
        try (VmHandle vm = hypervisor.start(spec, Reporter.silent())) {
            ConsoleWatcher.await(vm, "up", SOON).orThrow();

            assertThat(vm.shutdown(SOON)).isEqualTo(new VmExit(VmExit.Reason.POWERED_OFF, 0, "the guest powered off"));
        }
        assertThat(spec.consoleLog()).hasContent("up\r\npower button\r\n");
    }

    @Test
    final void pathsWithCommasAreReachedByLinks() throws Exception {
        Hypervisor hypervisor = create(folder.resolve("run"));
        Path awkward = Files.createDirectory(folder.resolve("a,b"));
        BootMedia media = printing(awkward, "commas\r\n");
        try (VmHandle vm = hypervisor.start(machine(media, awkward.resolve("state")), Reporter.silent())) {
            ConsoleWatcher.await(vm, "commas", SOON).orThrow();
            assertThat(vm.commandLine().toString()).doesNotContain("a,b");
        }
        assertThat(folder.resolve("run")).isEmptyDirectory();
        assertThat(media.directKernel().orElseThrow()).exists();
    }
}
