package dev.lamina.vmlaunch.hyperv;

import dev.lamina.vmlaunch.natives.HostComputeException;
import dev.lamina.vmlaunch.natives.HostComputeMissingException;
import dev.lamina.vmlaunch.natives.HostNetworks;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The network of machines: Hyper-V's "Default Switch", which hands out addresses and leads to the networks of the
/// host. Server editions have none, nor has Windows Home without Hyper-V, and users may delete it.
final class DefaultSwitch {
    /// The same on every Windows, while its name is translated.
    static final UUID ID = UUID.fromString("c08cb7b8-9b3c-408e-8e30-5e16a3aeb444");

    private static final String PREFIX = Blueprint.OWNER + "-";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Supplier<HostNetworks> networks;

    DefaultSwitch(Supplier<HostNetworks> networks) {
        this.networks = networks;
    }

    /// Why machines have no network here; empty when they have one.
    Optional<String> lack() {
        try {
            return ids(networks.get().enumerate("")).contains(ID)
                    ? Optional.empty()
                    : Optional.of(Trouble.NETWORK_NOT_FOUND.reason());
        } catch (HostComputeMissingException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (HostComputeException e) {
            return Optional.of("Windows does not name its networks: " + Failures.reason(e));
        }
    }

    /// Makes the end of the cable that the machine's card is plugged into. It stays until it is removed.
    ///
    /// @throws HostComputeException Windows refused
    void plug(Blueprint plan) {
        networks.get().createEndpoint(ID, UUID.fromString(plan.id()), settings(plan));
    }

    static String settings(Blueprint plan) {
        return Properties.of("SchemaVersion", new SchemaVersion(2, 0).document())
                .and("Name", PREFIX + plan.id())
                .and("HostComputeNetwork", ID.toString())
                .and("MacAddress", plan.mac())
                .and("Policies", List.of())
                .toString();
    }

    void unplug(UUID endpoint) {
        networks.get().deleteEndpoint(endpoint);
    }

    /// All of Lamina's machines, whether or not these still run.
    List<MachineId> endpoints() {
        HostNetworks all = networks.get();
        return ids(all.enumerateEndpoints("")).stream()
                .filter(id -> isOurs(all, id))
                .map(MachineId::new)
                .toList();
    }

    private static boolean isOurs(HostNetworks networks, UUID id) {
        try {
            return JSON.readTree(networks.endpointProperties(id, ""))
                    .path("Name")
                    .asString("")
                    .startsWith(PREFIX);
        } catch (JacksonException | HostComputeException e) {
            // Removed meanwhile.
            return false;
        }
    }

    private static List<UUID> ids(String array) {
        try {
            return JSON.readTree(array)
                    .valueStream()
                    .map(JsonNode::asString)
                    .flatMap(id -> MachineId.parse(id).stream())
                    .map(MachineId::value)
                    .toList();
        } catch (JacksonException e) {
            return List.of();
        }
    }
}
