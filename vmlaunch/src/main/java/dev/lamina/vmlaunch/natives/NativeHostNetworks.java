package dev.lamina.vmlaunch.natives;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import dev.lamina.vmlaunch.natives.ComputeNetwork.HcnEndpoint;
import dev.lamina.vmlaunch.natives.ComputeNetwork.HcnNetwork;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/// [HostNetworks] by `computenetwork.dll`. Handles are open only as long as a call needs them.
final class NativeHostNetworks implements HostNetworks {
    private final ComputeNetwork network;
    private final Consumer<Pointer> free;

    private NativeHostNetworks(ComputeNetwork network, Ole32 ole32) {
        this.network = network;
        this.free = ole32::CoTaskMemFree;
    }

    static HostNetworks open(NativeLibraries libraries) {
        try {
            return new NativeHostNetworks(ComputeNetwork.load(libraries), Ole32.load(libraries));
        } catch (LinkageError e) {
            throw HostComputeMissingException.library("computenetwork", e);
        }
    }

    @Override
    public String enumerate(String query) {
        return text(
                "HcnEnumerateNetworks",
                (result, error) -> network.HcnEnumerateNetworks(NativeHostCompute.orNull(query), result, error));
    }

    @Override
    public String enumerateEndpoints(String query) {
        return text(
                "HcnEnumerateEndpoints",
                (result, error) -> network.HcnEnumerateEndpoints(NativeHostCompute.orNull(query), result, error));
    }

    @Override
    public void createEndpoint(UUID networkId, UUID id, String settings) {
        withNetwork(networkId, opened -> {
            HcnEndpoint made = new HcnEndpoint(handle(
                    "HcnCreateEndpoint",
                    (result, error) -> network.HcnCreateEndpoint(opened, Guid.memory(id), settings, result, error)));
            return network.HcnCloseEndpoint(made);
        });
    }

    @Override
    public String endpointProperties(UUID id, String query) {
        HcnEndpoint opened = new HcnEndpoint(
                handle("HcnOpenEndpoint", (result, error) -> network.HcnOpenEndpoint(Guid.memory(id), result, error)));
        try {
            return text(
                    "HcnQueryEndpointProperties",
                    (result, error) ->
                            network.HcnQueryEndpointProperties(opened, NativeHostCompute.orNull(query), result, error));
        } finally {
            network.HcnCloseEndpoint(opened);
        }
    }

    @Override
    public void deleteEndpoint(UUID id) {
        handle("HcnDeleteEndpoint", (none, error) -> network.HcnDeleteEndpoint(Guid.memory(id), error));
    }

    private <T> T withNetwork(UUID id, Function<HcnNetwork, T> work) {
        HcnNetwork opened = new HcnNetwork(
                handle("HcnOpenNetwork", (result, error) -> network.HcnOpenNetwork(Guid.memory(id), result, error)));
        try {
            return work.apply(opened);
        } finally {
            network.HcnCloseNetwork(opened);
        }
    }

    /// A function with two places for what it returns: a handle or a text, and the record of the error.
    private interface Call {
        int into(PointerByReference result, PointerByReference error);
    }

    private String text(String name, Call call) {
        OwnedText text = new OwnedText(free);
        OwnedText error = new OwnedText(free);
        int result = call.into(text.reference(), error.reference());
        Optional<String> taken = text.take();
        check(name, result, error);
        return taken.orElse("");
    }

    private Pointer handle(String name, Call call) {
        PointerByReference handle = new PointerByReference();
        OwnedText error = new OwnedText(free);
        check(name, call.into(handle, error.reference()), error);
        return handle.getValue();
    }

    private static void check(String name, int result, OwnedText error) {
        Optional<String> words = error.take();
        if (Hresult.failed(result)) {
            throw new HostComputeException(result, name, words);
        }
    }
}
