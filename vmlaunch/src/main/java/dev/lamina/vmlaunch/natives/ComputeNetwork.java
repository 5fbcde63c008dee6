package dev.lamina.vmlaunch.natives;

import com.sun.jna.Library;
import com.sun.jna.Pointer;
import com.sun.jna.PointerType;
import com.sun.jna.ptr.PointerByReference;
import org.jspecify.annotations.Nullable;

/// What Lamina calls in Windows' `computenetwork.dll`, by `computenetwork.h`. Texts are UTF-16 by [Utf16]; texts that
/// come back are freed with `CoTaskMemFree`. A `REFGUID` is the address of 16 bytes, by [Guid].
interface ComputeNetwork extends Library {

    static ComputeNetwork load(NativeLibraries libraries) {
        return libraries.load("computenetwork", ComputeNetwork.class, Utf16.options());
    }

    /// `HCN_NETWORK`.
    final class HcnNetwork extends PointerType {
        public HcnNetwork() {}

        HcnNetwork(Pointer pointer) {
            super(pointer);
        }
    }

    /// `HCN_ENDPOINT`.
    final class HcnEndpoint extends PointerType {
        public HcnEndpoint() {}

        HcnEndpoint(Pointer pointer) {
            super(pointer);
        }
    }

    /// `HRESULT HcnEnumerateNetworks(PCWSTR Query, PWSTR *Networks, PWSTR *ErrorRecord);`
    int HcnEnumerateNetworks(@Nullable String query, PointerByReference networks, PointerByReference errorRecord);

    /// `HRESULT HcnOpenNetwork(REFGUID Id, PHCN_NETWORK Network, PWSTR *ErrorRecord);`
    int HcnOpenNetwork(Pointer id, PointerByReference network, PointerByReference errorRecord);

    /// `HRESULT HcnCloseNetwork(HCN_NETWORK Network);`
    int HcnCloseNetwork(HcnNetwork network);

    /// `HRESULT HcnEnumerateEndpoints(PCWSTR Query, PWSTR *Endpoints, PWSTR *ErrorRecord);`
    int HcnEnumerateEndpoints(@Nullable String query, PointerByReference endpoints, PointerByReference errorRecord);

    /// `HRESULT HcnCreateEndpoint(HCN_NETWORK Network, REFGUID Id, PCWSTR Settings, PHCN_ENDPOINT Endpoint,
    /// PWSTR *ErrorRecord);`
    int HcnCreateEndpoint(
            HcnNetwork network,
            Pointer id,
            String settings,
            PointerByReference endpoint,
            PointerByReference errorRecord);

    /// `HRESULT HcnOpenEndpoint(REFGUID Id, PHCN_ENDPOINT Endpoint, PWSTR *ErrorRecord);`
    int HcnOpenEndpoint(Pointer id, PointerByReference endpoint, PointerByReference errorRecord);

    /// `HRESULT HcnQueryEndpointProperties(HCN_ENDPOINT Endpoint, PCWSTR Query, PWSTR *Properties,
    /// PWSTR *ErrorRecord);`
    int HcnQueryEndpointProperties(
            HcnEndpoint endpoint,
            @Nullable String query,
            PointerByReference properties,
            PointerByReference errorRecord);

    /// `HRESULT HcnDeleteEndpoint(REFGUID Id, PWSTR *ErrorRecord);`
    int HcnDeleteEndpoint(Pointer id, PointerByReference errorRecord);

    /// `HRESULT HcnCloseEndpoint(HCN_ENDPOINT Endpoint);`
    int HcnCloseEndpoint(HcnEndpoint endpoint);
}
