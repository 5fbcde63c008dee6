package dev.lamina.vmlaunch.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.Accelerator;
import dev.lamina.vmlaunch.AttachedVm;
import dev.lamina.vmlaunch.Availability;
import dev.lamina.vmlaunch.BackgroundVm;
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
    private record Named(String id, boolean usable, boolean ports) implements Hypervisor, BackgroundVm {
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
        public Set<Feature> features() {
            return ports ? Set.of(Feature.PUBLISHED_PORTS) : Set.of();
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

        /// Those that are called like it, and for the general one all others.
        @Override
        public Optional<BackgroundVm> background(DetachedVm vm) {
            return Optional.<BackgroundVm>of(this).filter(self -> vm.name().equals(id) || id.equals("qemu"));
        }

        @Override
        public boolean runs() {
            throw asked();
        }

        @Override
        public AttachedVm attach() {
            throw asked();
        }

        @Override
        public void stop(Duration grace) {
            throw asked();
        }

        @Override
        public void kill() {
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
        assertThat(best.background(vm).orElseThrow()).isEqualTo(new Named("qemu", true, true));
        assertThat(best.features()).containsExactly(Feature.PUBLISHED_PORTS);
    }

    @Test
    void oneThatKnowsAMachineIsAskedForIt() {
        Hypervisor best = best(true, true, true);
        DetachedVm vm = new DetachedVm("vfkit", 1, Path.of("/run"), Path.of("/log"), Accelerator.TCG);

        assertThat(best.background(vm).orElseThrow()).isEqualTo(new Named("vfkit", true, false));
    }

    @Test
    void everyNameOfTheTableIsAHypervisor() {
        QemuSettings settings = new QemuSettings(Optional.empty(), Optional.empty(), Map.of(), Path.of("/nowhere"));
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
