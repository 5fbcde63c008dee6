package dev.lamina.vmlaunch.natives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Through JNA into a library that plays `computenetwork.dll`.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has the real libraries")
@SuppressWarnings("NullAway.Init")
@Timeout(30)
final class HostNetworksTest extends WithWindows {
    /// Its bytes are all different, so a part that was not turned around is seen.
    private static final UUID ENDPOINT = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");

    private static final UUID DEFAULT_SWITCH = UUID.fromString("c08cb7b8-9b3c-408e-8e30-5e16a3aeb444");

    private HostNetworks networks;

    @BeforeEach
    void open() {
        networks = windows.networks();
    }

    @Test
    void anEndpointIsMadeFoundReadAndDeleted() {
        String settings = "{\"Name\":\"Lamina-\u00fc\ud83d\ude80\"}";
        networks.createEndpoint(DEFAULT_SWITCH, ENDPOINT, settings);

        assertThat(networks.enumerateEndpoints("")).isEqualTo("[\"" + ENDPOINT + "\"]");
        assertThat(networks.endpointProperties(ENDPOINT, "{}")).isEqualTo(settings);
        networks.deleteEndpoint(ENDPOINT);
        assertThat(networks.enumerateEndpoints("{}")).isEqualTo("[]");
        assertThat(windows.calls())
                .containsExactly(
                        "HcnOpenNetwork(" + DEFAULT_SWITCH + ")",
                        "HcnCreateEndpoint(" + ENDPOINT + ", " + settings + ")",
                        "HcnEnumerateEndpoints(NULL)",
                        "HcnOpenEndpoint(" + ENDPOINT + ")",
                        "HcnQueryEndpointProperties({})",
                        "HcnDeleteEndpoint(" + ENDPOINT + ")",
                        "HcnEnumerateEndpoints({})");
    }

    @Test
    void aNetworkIsKnownByItsId() {
        assertThat(networks.enumerate("")).isEqualTo("[\"" + DEFAULT_SWITCH + "\"]");
    }

    @Test
    void failuresHaveTheErrorRecordAndLeaveNothing() {
        windows.controls().fake_fail("HcnCreateEndpoint", 0x80070005, 0, "{\"Error\":\"\u00dc\"}", 0, 0);
        assertFails(
                () -> networks.createEndpoint(DEFAULT_SWITCH, ENDPOINT, "{}"), 0x80070005, "{\"Error\":\"\u00dc\"}");
        assertFails(() -> networks.deleteEndpoint(ENDPOINT), 0x803B0002, "{\"Success\":false}");
        windows.controls().fake_without_network();
        assertFails(() -> networks.createEndpoint(DEFAULT_SWITCH, ENDPOINT, "{}"), 0x803B0001, "{\"Success\":false}");
        assertThat(networks.enumerate("")).isEqualTo("[]");
    }

    private static void assertFails(
            org.assertj.core.api.ThrowableAssert.ThrowingCallable call, int hresult, String document) {
        HostComputeException e = catchThrowableOfType(HostComputeException.class, call);
        assertThat(e.hresult()).isEqualTo(hresult);
        assertThat(e.resultDocument()).isEqualTo(Optional.of(document));
    }

    @Test
    void withoutTheLibraryThereAreNoNetworks() {
        assertThatThrownBy(() -> NativeHostNetworks.open(windows.without("computenetwork")))
                .isInstanceOf(HostComputeMissingException.class)
                .hasMessage("this Windows has no computenetwork.dll");
        assertThatThrownBy(HostNetworks::open).isInstanceOf(HostComputeMissingException.class);
    }
}
