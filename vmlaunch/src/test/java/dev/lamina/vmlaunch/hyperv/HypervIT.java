package dev.lamina.vmlaunch.hyperv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.Availability;
import dev.lamina.vmlaunch.Equipment;
import dev.lamina.vmlaunch.Network;
import dev.lamina.vmlaunch.Uefi;
import dev.lamina.vmlaunch.VmSpec;
import dev.lamina.vmlaunch.natives.HostCompute;
import dev.lamina.vmlaunch.natives.HostCompute.ComputeSystem;
import dev.lamina.vmlaunch.testing.TinyKernel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The real Hyper-V, where there is one. No guest runs: what a machine needs to boot is not small enough for a test of
/// this module.
@EnabledOnOs(value = OS.WINDOWS, disabledReason = "Hyper-V is a part of Windows")
final class HypervIT {
    private static final Network NONE = new Network.None();

    @TempDir
    Path folder;

    private final HypervHypervisor hyperv = new HypervHypervisor(System.getenv());

    private void needsHyperv() {
        Availability answer = hyperv.probe(Arch.AMD64);
        Assumptions.assumeTrue(answer.usable(), answer.summary());
    }

    @Test
    void theProbeAnswersWithinTwoSeconds() {
        long begun = System.nanoTime();
        Availability answer = hyperv.probe(Arch.AMD64);

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
        assertThat(answer.usable() || answer.fix().isPresent()).isTrue();
    }

    @Test
    void theServiceTakesTheDocumentOfAKernel() throws IOException {
        needsHyperv();
        make(spec(Equipment.NONE.withNetwork(NONE)));
    }

    @Test
    void theServiceTakesTheDocumentOfAFirmware() throws IOException {
        needsHyperv();
        VmSpec spec = spec(Equipment.NONE.withNetwork(NONE).withUefi(new Uefi(Optional.empty())));
        Path boot = Files.createDirectories(spec.stateDir().resolve("hyperv-boot"));
        Files.copy(spec.media().directKernel().orElseThrow(), boot.resolve("kernel"));
        make(spec);
    }

    private VmSpec spec(Equipment equipment) throws IOException {
        return VmSpec.of("tiny", TinyKernel.printing(folder, ""), folder.resolve("state"))
                .withEquipment(equipment);
    }

    private static void make(VmSpec spec) {
        HostCompute compute = HostCompute.open();
        SchemaVersion offered = SchemaVersion.newest(compute.serviceProperties(SchemaVersion.QUERY))
                .orElseThrow();
        MachineId id = MachineId.random(new Random(), ProcessHandle.current().pid());
        Blueprint plan = Blueprint.of(spec, id, offered);
        plan.files().forEach(file -> compute.grantAccess(plan.id(), file));
        try (ComputeSystem ignored = compute.create(plan.id(), plan.document())) {
            assertThat(Orphans.machines(compute)).contains(id);
        }
    }
}
