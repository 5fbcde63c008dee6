package dev.lamina.vmlaunch.hyperv;

import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.model.problem.LaminaException;
import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.Availability;
import dev.lamina.vmlaunch.host.HostSystem;
import dev.lamina.vmlaunch.natives.HostComputeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/// Finds out whether this Windows runs machines of Hyper-V, by asking its service.
final class HypervProbe {
    private static final String QEMU = "use --backend qemu here";
    private static final String RESTART = "run 'Restart-Service vmcompute' in a PowerShell as administrator";

    private final HostSystem host;
    private final Services services;
    private final DefaultSwitch network;
    private final Orphans orphans;
    private final Duration patience;

    /// @param patience with a service that does not answer
    HypervProbe(HostSystem host, Services services, DefaultSwitch network, Orphans orphans, Duration patience) {
        this.host = host;
        this.services = services;
        this.network = network;
        this.orphans = orphans;
        this.patience = patience;
    }

    Availability probe(Arch guest) {
        return host(guest).orElseGet(this::inTime);
    }

    /// Why this host runs no such guests, as far as it can be told without asking.
    private Optional<Availability> host(Arch guest) {
        if (!host.isWindows()) {
            return Optional.of(Availability.missing("Hyper-V runs on Windows only", QEMU));
        }
        if (guest != host.arch()) {
            return Optional.of(Availability.missing(
                    "Hyper-V translates no instructions: the guest is " + guest + " and this computer " + host.arch(),
                    "build the image for " + host.arch() + ", or use --backend qemu"));
        }
        return Optional.empty();
    }

    /// A call that never returns must not be given up, only not waited for.
    private Availability inTime() {
        CompletableFuture<Availability> answer = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("hyperv-probe").start(() -> complete(answer));
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return Availability.missing("the Host Compute Service does not answer", RESTART);
        } catch (ExecutionException e) {
            return Availability.missing(
                    "the Host Compute Service cannot be asked: "
                            + String.valueOf(e.getCause()).lines().findFirst().orElse(""),
                    QEMU);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Availability.missing("the question for Hyper-V was cancelled", "ask again");
        }
    }

    private void complete(CompletableFuture<Availability> answer) {
        try {
            answer.complete(ask());
        } catch (RuntimeException | LinkageError e) {
            answer.completeExceptionally(e);
        }
    }

    private Availability ask() {
        try {
            return answer(offered());
        } catch (LaminaException e) {
            return Availability.missing(String.valueOf(e.getMessage()), e.hint().orElse(QEMU));
        }
    }

    /// The newest documents that this Windows understands.
    ///
    /// @throws EnvironmentException it runs no machines of Hyper-V
    SchemaVersion offered() {
        try {
            Optional<SchemaVersion> newest =
                    SchemaVersion.newest(services.compute().get().serviceProperties(SchemaVersion.QUERY));
            if (services.hypervisorOff().getAsBoolean()) {
                throw missing(Trouble.HYPERV_NOT_INSTALLED);
            }
            return newest.filter(version -> version.knows(SchemaVersion.FIRST))
                    .orElseThrow(() -> new EnvironmentException(
                            "this Windows is too old for Hyper-V by Lamina",
                            "update to Windows 10 1809, Server 2019 or later, or take --backend qemu"));
        } catch (HostComputeException e) {
            throw Failures.of("be asked what it can do", e);
        }
    }

    private static EnvironmentException missing(Trouble trouble) {
        return new EnvironmentException(trouble.reason(), trouble.hint());
    }

    private Availability answer(SchemaVersion offered) {
        // Somebody may be allowed to ask what the service knows, and not for its machines.
        Failures.explained(
                "be asked for its machines", () -> services.compute().get().enumerate(Orphans.QUERY));
        List<String> facts = new ArrayList<>();
        facts.add("no published ports, no control channel; events come out of the console");
        facts.add(network.lack()
                .map(reason -> "machines have no network: " + reason)
                .orElse("machines have the network of Hyper-V's Default Switch"));
        if (!offered.knows(SchemaVersion.KERNELS)) {
            facts.add("kernels are booted through their EFI stub, because this Windows loads none itself");
        }
        List<HypervOrphan> left = orphans.find();
        left.forEach(orphan -> facts.add("left behind by a Lamina that was ended: " + orphan));
        return new Availability(true, "Hyper-V (documents up to " + offered + ")", fix(left), facts);
    }

    private static Optional<String> fix(List<HypervOrphan> left) {
        String commands = left.stream().map(HypervProbe::removal).collect(Collectors.joining("; "));
        return Optional.of(commands)
                .filter(text -> !text.isEmpty())
                .map(text -> "in a PowerShell as administrator: " + text);
    }

    private static String removal(HypervOrphan orphan) {
        return switch (orphan.kind()) {
            case MACHINE -> "hcsdiag kill " + orphan.id();
            case NETWORK_CARD -> "Get-HnsEndpoint -Id " + orphan.id() + " | Remove-HnsEndpoint";
        };
    }

    /// @throws EnvironmentException this host runs no such guests
    void require(Arch guest) {
        host(guest).ifPresent(answer -> {
            throw new EnvironmentException(answer.summary(), answer.fix().orElse(null));
        });
    }
}
