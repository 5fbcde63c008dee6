package dev.lamina.vmlaunch.hyperv;

import dev.lamina.vmlaunch.natives.HostCompute;
import dev.lamina.vmlaunch.natives.HostComputeException;
import dev.lamina.vmlaunch.natives.HostComputeMissingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What a Lamina has left behind that was ended by force. Windows itself ends machines with their process, so that
/// there should be cables of their network cards at most.
final class Orphans {
    /// For all machines of ours.
    static final String QUERY = "{\"Owners\":[\"" + Blueprint.OWNER + "\"]}";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Services services;
    private final DefaultSwitch network;

    Orphans(Services services, DefaultSwitch network) {
        this.services = services;
        this.network = network;
    }

    /// Machines first.
    List<HypervOrphan> find() {
        List<HypervOrphan> found = new ArrayList<>();
        orNone(() -> machines(services.compute().get())).stream()
                .filter(this::isNobodys)
                .forEach(id -> found.add(new HypervOrphan(HypervOrphan.Kind.MACHINE, id.toString())));
        cables().forEach(id -> found.add(new HypervOrphan(HypervOrphan.Kind.NETWORK_CARD, id.toString())));
        return List.copyOf(found);
    }

    /// Removes what is left of network cards, as far as that is possible. They are of no use to anybody.
    void sweepCables() {
        for (MachineId id : cables()) {
            try {
                network.unplug(id.value());
            } catch (HostComputeException e) {
                // Another Lamina was faster, or it has to wait.
                continue;
            }
        }
    }

    private List<MachineId> cables() {
        return orNone(network::endpoints).stream().filter(this::isNobodys).toList();
    }

    private boolean isNobodys(MachineId id) {
        return id.isOrphan(services.processes());
    }

    private static List<MachineId> orNone(Supplier<List<MachineId>> question) {
        try {
            return question.get();
        } catch (HostComputeException | HostComputeMissingException e) {
            // Who may not ask, or has none, has left nothing either.
            return List.of();
        }
    }

    static List<MachineId> machines(HostCompute compute) {
        try {
            return JSON.readTree(compute.enumerate(QUERY))
                    .valueStream()
                    // Older versions do not know the query and name all machines.
                    .filter(machine -> machine.path("Owner").asString("").equals(Blueprint.OWNER))
                    .flatMap(machine -> MachineId.parse(machine.path("Id").asString("")).stream())
                    .toList();
        } catch (JacksonException e) {
            return List.of();
        }
    }

    void remove(HypervOrphan orphan) {
        Failures.explained("remove what is left of a machine", () -> {
            switch (orphan.kind()) {
                case MACHINE -> end(services.compute().get().find(orphan.id()));
                case NETWORK_CARD -> MachineId.parse(orphan.id()).ifPresent(id -> network.unplug(id.value()));
            }
            return orphan;
        });
    }

    private static void end(Optional<HostCompute.ComputeSystem> machine) {
        if (machine.isPresent()) {
            try (HostCompute.ComputeSystem system = machine.get()) {
                system.terminate();
            }
        }
    }
}
