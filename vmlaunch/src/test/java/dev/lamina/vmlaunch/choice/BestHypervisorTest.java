package dev.lamina.vmlaunch.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.Accelerator;
import dev.lamina.vmlaunch.Availability;
import dev.lamina.vmlaunch.Capabilities;
import dev.lamina.vmlaunch.CommandLine;
import dev.lamina.vmlaunch.DetachedVm;
import dev.lamina.vmlaunch.Feature;
import dev.lamina.vmlaunch.Hypervisor;
import dev.lamina.vmlaunch.PublishedPort;
import dev.lamina.vmlaunch.VmHandle;
import dev.lamina.vmlaunch.VmSpec;
import dev.lamina.vmlaunch.host.HostSystem.Os;
import dev.lamina.vmlaunch.qemu.QemuSettings;
import dev.lamina.vmlaunch.testing.SpecTable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class BestHypervisorTest {
    private static final VmSpec PLAIN = SpecTable.spec(SpecTable.direct(Arch.ARM64, ""));
    private static final VmSpec WITH_PORT = PLAIN.withPorts(List.of(PublishedPort.tcp(8080, 80)));

    /// One that says of everything that it was asked for it.
    private record Named(String id, boolean usable, boolean ports) implements Hypervisor {
        private EnvironmentException asked() {
            return new EnvironmentException(id, null);
        }

        @Override
        public String title() {
            return id;
        }

        @Override
        public Availability probe(Arch guest) {
            return usable ? Availability.ready(id + " 1", List.of("fact")) : Availability.missing("no " + id, "get it");
        }

        @Override
        public Capabilities capabilities() {
            return new Capabilities(Set.of(), Set.of(), Set.of(), ports ? Set.of(Feature.PUBLISHED_PORTS) : Set.of());
        }

        @Override
        public CommandLine commandLine(VmSpec spec) {
            if (!ports && !spec.ports().isEmpty()) {
                throw new InputException("no ports", null);
            }
            return new CommandLine(List.of(id));
        }

        @Override
        public VmHandle start(VmSpec spec, Reporter reporter) {
            throw asked();
        }

        @Override
        public DetachedVm.Started detach(VmSpec spec, Reporter reporter) {
            throw asked();
        }

        /// Those that are called like it.
        @Override
        public boolean owns(DetachedVm vm) {
            return vm.name().equals(id);
        }

        @Override
        public boolean runs(DetachedVm vm) {
            throw asked();
        }

        @Override
        public void stop(DetachedVm vm, Duration grace) {
            throw asked();
        }

        @Override
        public void kill(DetachedVm vm) {
            throw asked();
        }
    }

    private static Hypervisor best(boolean first, boolean general, boolean last) {
        Hypervisor qemu = new Named("qemu", general, true);
        return new BestHypervisor(
                List.of(new Named("vfkit", first, false), qemu, new Named("hyperkit", last, false)), qemu);
    }

    private static String chosen(Hypervisor hypervisor, VmSpec spec) {
        return hypervisor.commandLine(spec).toString();
    }

    @Test
    void theFirstThatWorksIsTaken() {
        assertThat(chosen(best(true, true, true), PLAIN)).isEqualTo("vfkit");
        assertThat(chosen(best(false, true, true), PLAIN)).isEqualTo("qemu");
        assertThat(chosen(best(false, false, true), PLAIN)).isEqualTo("hyperkit");
        Hypervisor best = best(true, true, true);
        assertThatThrownBy(() -> best.start(PLAIN, Reporter.silent())).hasMessage("vfkit");
    }

    @Test
    void oneThatLacksWhatTheMachineHasIsPassedOver() {
        assertThat(chosen(best(true, true, true), WITH_PORT)).isEqualTo("qemu");
    }

    @Test
    void whenNoneWorksTheGeneralOneSaysWhy() {
        Hypervisor none = best(false, false, false);

        assertThatThrownBy(() -> none.start(PLAIN, Reporter.silent())).hasMessage("qemu");
        assertThat(none.probe(Arch.ARM64))
                .isEqualTo(new Availability(
                        false,
                        "no qemu",
                        Optional.of("get it"),
                        List.of("vfkit: no vfkit (get it)", "hyperkit: no hyperkit (get it)")));
    }

    @Test
    void theProbeTellsOfAll() {
        assertThat(best(true, false, false).probe(Arch.ARM64))
                .isEqualTo(new Availability(
                        true,
                        "vfkit 1",
                        Optional.empty(),
                        List.of("fact", "qemu: no qemu (get it)", "hyperkit: no hyperkit (get it)")));
    }

    @Test
    void machinesInTheBackgroundAreTheGeneralOnes() {
        Hypervisor best = best(true, true, true);
        DetachedVm vm = new DetachedVm("web", 1, Path.of("/run"), Path.of("/log"), Accelerator.TCG);

        assertThatThrownBy(() -> best.detach(PLAIN, Reporter.silent())).hasMessage("qemu");
        assertThatThrownBy(() -> best.runs(vm)).hasMessage("qemu");
        assertThatThrownBy(() -> best.stop(vm, Duration.ZERO)).hasMessage("qemu");
        assertThatThrownBy(() -> best.kill(vm)).hasMessage("qemu");
        assertThat(best.capabilities().can(Feature.PUBLISHED_PORTS)).isTrue();
    }

    @Test
    void oneThatSaysThatAMachineIsItsOwnIsAskedForIt() {
        Hypervisor best = best(true, true, true);
        DetachedVm vm = new DetachedVm("hyperkit", 1, Path.of("/run"), Path.of("/log"), Accelerator.TCG);

        assertThatThrownBy(() -> best.runs(vm)).hasMessage("hyperkit");
        assertThatThrownBy(() -> best.stop(vm, Duration.ZERO)).hasMessage("hyperkit");
        assertThatThrownBy(() -> best.kill(vm)).hasMessage("hyperkit");
    }

    @Test
    void everyNameOfTheTableIsAHypervisor() {
        QemuSettings settings = new QemuSettings(Optional.empty(), Map.of(), Path.of("/nowhere"));
        for (Os os : Os.values()) {
            for (String id : HypervisorOrder.of(os)) {
                assertThat(Hypervisors.choose(Optional.of(id), settings, new ProbeMemory())
                                .id())
                        .isEqualTo(id);
            }
        }
        assertThat(HypervisorOrder.of(Os.LINUX)).containsExactly("qemu");
        assertThat(HypervisorOrder.of(Os.MACOS)).containsExactly("vfkit", "qemu", "hyperkit");
        assertThat(HypervisorOrder.of(Os.WINDOWS)).containsExactly("hyperv", "qemu");
        assertThat(Hypervisors.choose(Optional.of("auto"), settings, new ProbeMemory())
                        .id())
                .isEqualTo(Hypervisors.choose(Optional.empty(), settings, new ProbeMemory())
                        .id());
        assertThatThrownBy(() -> Hypervisors.choose(Optional.of("xen"), settings, new ProbeMemory()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
