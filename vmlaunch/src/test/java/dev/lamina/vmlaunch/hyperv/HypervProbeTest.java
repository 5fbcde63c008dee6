package dev.lamina.vmlaunch.hyperv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.Availability;
import dev.lamina.vmlaunch.host.HostSystem;
import dev.lamina.vmlaunch.natives.HostCompute;
import dev.lamina.vmlaunch.natives.HostNetworks;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

final class HypervProbeTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String LIMITS = "no published ports, no control channel; events come out of the console";
    private static final String NETWORK = "machines have the network of Hyper-V's Default Switch";

    private final PlayedWindows windows = new PlayedWindows();

    private Availability probe() {
        return probe(windows.services());
    }

    private static Availability probe(Services services) {
        return Fakes.probe(Fakes.windows(), services, PATIENCE).probe(Arch.AMD64);
    }

    private Services off() {
        Services services = windows.services();
        return new Services(services.compute(), services.networks(), services.serial(), () -> true, id -> true);
    }

    @Test
    void aWindowsThatIsReadySaysWhatItCan() {
        assertThat(probe())
                .isEqualTo(new Availability(
                        true, "Hyper-V (documents up to 2.7)", Optional.empty(), List.of(LIMITS, NETWORK)));
    }

    @Test
    void otherSystemsHaveNone() {
        HypervProbe linux =
                Fakes.probe(new HostSystem(HostSystem.Os.LINUX, Arch.AMD64, Map.of()), windows.services(), PATIENCE);

        assertThat(linux.probe(Arch.AMD64))
                .isEqualTo(Availability.missing("Hyper-V runs on Windows only", "use --backend qemu here"));
        assertThat(windows.calls).isEmpty();
    }

    @Test
    void guestsOfOtherArchitecturesAreQemus() {
        HypervProbe probe = Fakes.probe(Fakes.windows(), windows.services(), PATIENCE);

        assertThat(probe.probe(Arch.ARM64))
                .isEqualTo(Availability.missing(
                        "Hyper-V translates no instructions: the guest is arm64 and this computer amd64",
                        "build the image for amd64, or use --backend qemu"));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has the library")
    void aSystemWithoutTheLibraryIsNoError() {
        Services services = windows.services();

        assertThat(probe(new Services(
                        HostCompute::open,
                        HostNetworks::open,
                        services.serial(),
                        services.hypervisorOff(),
                        services.processes())))
                .isEqualTo(Availability.missing(
                        "Hyper-V is a part of Windows, and this system is none", "run the system with QEMU"));
    }

    @Test
    void aServiceThatDoesNotRunIsNamed() {
        windows.fail("HcsGetServiceProperties", 0x80370114);

        assertThat(probe())
                .isEqualTo(Availability.missing(
                        "Hyper-V cannot be asked what it can do: the Host Compute Service does not run",
                        Trouble.SERVICE_NOT_AVAILABLE.hint()));
    }

    @Test
    void whoMayNotUseItLearnsHowToJoin() {
        windows.fail("HcsEnumerateComputeSystems", 0x8037011B);

        assertThat(probe())
                .isEqualTo(Availability.missing(
                        "Hyper-V cannot be asked for its machines: this user may not run machines of Hyper-V",
                        Trouble.ACCESS_DENIED.hint()));
    }

    @Test
    void aHypervisorThatIsOffIsNoticedBeforeTheStart() {
        assertThat(probe(off()))
                .isEqualTo(Availability.missing(
                        "the Windows hypervisor does not run", Trouble.HYPERV_NOT_INSTALLED.hint()));
    }

    @Test
    void aWindowsBefore1809IsTooOld() {
        windows.offering(PlayedWindows.NEW.replace("7", "0"));

        assertThat(probe())
                .isEqualTo(Availability.missing(
                        "this Windows is too old for Hyper-V by Lamina",
                        "update to Windows 10 1809, Server 2019 or later, or take --backend qemu"));
    }

    @Test
    void windows1809BootsKernelsByTheirStub() {
        windows.offering(PlayedWindows.NEW.replace("7", "1"));

        assertThat(probe().facts())
                .containsExactly(
                        LIMITS,
                        NETWORK,
                        "kernels are booted through their EFI stub, because this Windows loads none itself");
    }

    @Test
    void withoutTheDefaultSwitchTheNetworkIsMissing() {
        windows.networks.clear();

        assertThat(probe().facts())
                .containsExactly(LIMITS, "machines have no network: Hyper-V's network 'Default Switch' is not there");
    }

    @Test
    void networksThatCannotBeAskedForAreMissing() {
        windows.fail("HcnEnumerateNetworks", 0x80070005);

        assertThat(probe().facts())
                .contains("machines have no network: Windows does not name its networks: Windows refuses access");
    }

    @Test
    void aServiceThatHangsIsGivenUpInTime() {
        CountDownLatch never = new CountDownLatch(1);
        Services services = new Services(
                () -> {
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return windows;
                },
                () -> windows,
                SerialPort::dial,
                () -> false,
                id -> true);
        HypervProbe probe = Fakes.probe(Fakes.windows(), services, Duration.ofMillis(50));

        assertThat(probe.probe(Arch.AMD64))
                .isEqualTo(Availability.missing(
                        "the Host Compute Service does not answer",
                        "run 'Restart-Service vmcompute' in a PowerShell as administrator"));
        never.countDown();
    }

    @Test
    void evenAMistakeOfOursIsAnAnswer() {
        Services services = new Services(
                () -> {
                    throw new IllegalStateException("oops");
                },
                () -> windows,
                SerialPort::dial,
                () -> false,
                id -> true);

        assertThat(probe(services))
                .isEqualTo(Availability.missing(
                        "the Host Compute Service cannot be asked: java.lang.IllegalStateException: oops",
                        "use --backend qemu here"));
    }

    @Test
    void whatWasLeftBehindIsOfferedForRemoval() {
        MachineId gone = MachineId.random(new Random(7), 1);
        MachineId alive =
                MachineId.random(new Random(8), ProcessHandle.current().pid());
        for (MachineId id : List.of(gone, alive)) {
            windows.systems.put(
                    id.toString(), new FakeSystem(windows, new PlayedWindows.Made(id.toString(), "Lamina", "", "")));
            windows.endpoints.put(id.value(), "{\"Name\":\"Lamina-" + id + "\"}");
        }
        windows.systems.put("others", new FakeSystem(windows, new PlayedWindows.Made("others", "docker", "", "")));
        HypervHypervisor hyperv = Fakes.hyperv(windows);

        assertThat(hyperv.probe(Arch.AMD64))
                .isEqualTo(new Availability(
                        true,
                        "Hyper-V (documents up to 2.7)",
                        Optional.of("in a PowerShell as administrator: hcsdiag kill " + gone + "; Get-HnsEndpoint -Id "
                                + gone + " | Remove-HnsEndpoint"),
                        List.of(
                                LIMITS,
                                NETWORK,
                                "left behind by a Lamina that was ended: machine " + gone,
                                "left behind by a Lamina that was ended: network card " + gone)));

        hyperv.orphans().forEach(hyperv::remove);

        assertThat(hyperv.orphans()).isEmpty();
        assertThat(windows.systems).containsOnlyKeys(alive.toString(), "others");
        assertThat(windows.endpoints).containsOnlyKeys(alive.value());
    }

    @Test
    void whereNothingCanBeAskedNothingWasLeft() {
        windows.fail("HcsEnumerateComputeSystems", 0x8037011B).fail("HcnEnumerateEndpoints", 0x80070005);

        assertThat(Fakes.hyperv(windows).orphans()).isEmpty();
    }
}
