package dev.lamina.vmlaunch.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.BootMedia;
import dev.lamina.model.progress.Reporter;
import dev.lamina.vmlaunch.ConsoleWatcher;
import dev.lamina.vmlaunch.Hypervisor;
import dev.lamina.vmlaunch.VmHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// What the hypervisors of macOS promise besides, tried with a stand-in that speaks through a real pseudo-terminal.
public abstract class MacContract extends StandInContract {

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
