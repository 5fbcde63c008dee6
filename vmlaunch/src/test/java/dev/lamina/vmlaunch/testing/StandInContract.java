package dev.lamina.vmlaunch.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.BootMedia;
import dev.lamina.model.progress.Reporter;
import dev.lamina.vmlaunch.ConsoleWatcher;
import dev.lamina.vmlaunch.Hypervisor;
import dev.lamina.vmlaunch.VmEvent;
import dev.lamina.vmlaunch.VmExit;
import dev.lamina.vmlaunch.VmHandle;
import dev.lamina.vmlaunch.VmSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/// What the hypervisors promise besides that have a console and no channel to the guest, tried with stand-ins whose
/// guests hear their power button.
public abstract class StandInContract extends HypervisorContract {

    @Override
    protected final VmSpec machine(BootMedia media, Path stateDir) {
        return VmSpec.of("tiny", media, stateDir).withMemory(64 * VmSpec.MIB);
    }

    @Override
    protected final VmSpec deaf(VmSpec spec) {
        return spec.withExtraCmdline("fake.deaf");
    }

    private VmSpec tiny(String text) throws IOException {
        return machine(printing(folder, text), folder.resolve("state"));
    }

    @Test
    final void theGuestHearsItsPowerButton() throws Exception {
        Hypervisor hypervisor = create(folder.resolve("run"));
        VmSpec spec = tiny("up\r\n");
        try (VmHandle vm = hypervisor.start(spec, Reporter.silent())) {
            ConsoleWatcher.await(vm, "up", SOON).orThrow();

            assertThat(vm.shutdown(SOON)).isEqualTo(new VmExit(VmExit.Reason.POWERED_OFF, 0, "the guest powered off"));
        }
        assertThat(spec.consoleLog()).hasContent("up\r\npower button\r\n");
    }

    @Test
    final void eventsComeOutOfTheConsole() throws Exception {
        Hypervisor hypervisor = create(folder.resolve("run"));
        VmSpec spec = tiny("hi\r\nlamina.event {\"v\":1,\"t\":1.5,\"event\":\"ready\"}\r\nlogin: ");
        List<VmEvent> events = new CopyOnWriteArrayList<>();
        try (VmHandle vm = hypervisor.start(spec, Reporter.silent())) {
            ConsoleWatcher.await(vm, "login:", SOON).orThrow();
            vm.onEvent(events::add);
            vm.kill();
            assertThat(vm.waitForExit(SOON)).isPresent();
        }
        assertThat(events)
                .filteredOn(VmEvent.Guest.class::isInstance)
                .extracting(event -> ((VmEvent.Guest) event).event().fields())
                .containsExactly(Map.of("v", "1", "t", "1.5", "event", "ready"));
    }
}
