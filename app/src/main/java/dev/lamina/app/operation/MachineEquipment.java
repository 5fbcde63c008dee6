package dev.lamina.app.operation;

import dev.lamina.vmlaunch.Equipment;
import dev.lamina.vmlaunch.Network;
import dev.lamina.vmlaunch.PrivateNetwork;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What a machine has besides processors, memory and disks, once it is known which machine it is.
final class MachineEquipment {
    private final CreateMetadata metadata;

    MachineEquipment(CreateMetadata metadata) {
        this.metadata = metadata;
    }

    /// Machines that meet others in one network, or that have a folder of their own, keep an address of
    /// their own.
    ///
    /// @param state the machine's folder
    Equipment of(MachineOptions options, Path state) throws IOException {
        Equipment equipment = options.equipment();
        if (keepsAddress(options)) {
            equipment = equipment.withMac(MacAddress.of(state));
        }
        if (options.data().isPresent()) {
            Path cd = state.resolve("data.iso");
            metadata.create(
                    cd, CreateMetadata.LABEL, Map.of("config", options.data().get()));
            equipment = equipment.withCds(List.of(cd));
        }
        return equipment.withPrivateNetworks(cards(equipment.privateNetworks(), state));
    }

    private static boolean keepsAddress(MachineOptions options) {
        return switch (options.equipment().network()) {
            case Network.User user ->
                options.state().isPresent()
                        || !options.equipment().privateNetworks().isEmpty();
            case Network.None none -> false;
            case Network.Tap tap -> true;
            case Network.Bridge bridge -> true;
        };
    }

    private static List<PrivateNetwork> cards(List<PrivateNetwork> networks, Path state) throws IOException {
        List<PrivateNetwork> cards = new ArrayList<>();
        for (PrivateNetwork network : networks) {
            cards.add(network.withMac(MacAddress.of(state, network)));
        }
        return cards;
    }
}
