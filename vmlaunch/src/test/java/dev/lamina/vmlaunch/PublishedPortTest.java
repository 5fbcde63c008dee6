package dev.lamina.vmlaunch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.model.problem.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PublishedPortTest {

    @ParameterizedTest
    @CsvSource({
        "8080:80, 127.0.0.1:8080:80/tcp",
        "8080:80/tcp, 127.0.0.1:8080:80/tcp",
        "53:53/UDP, 127.0.0.1:53:53/udp",
        "0.0.0.0:1:65535, 0.0.0.0:1:65535/tcp",
        "localhost:08080:80, 127.0.0.1:8080:80/tcp",
        "192.168.255.9:443:443/udp, 192.168.255.9:443:443/udp",
    })
    void whatIsReadIsWrittenInFull(String text, String full) {
        PublishedPort port = PublishedPort.parse(text);
        assertThat(port).hasToString(full);
        assertThat(PublishedPort.parse(full)).isEqualTo(port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "80",
                ":80",
                "80:",
                "a:b",
                "80:80/sctp",
                "80:80/",
                "1:2:3:4",
                "80-90:80",
                "[::1]:80:80",
                "-1:80",
                "123456:80",
                "80:80 ",
                "８０:80",
                "80:80/tcp/udp",
            })
    void whatIsNoPortIsRefusedWithAnExample(String text) {
        assertThatThrownBy(() -> PublishedPort.parse(text)).isInstanceOfSatisfying(InputException.class, e -> {
            assertThat(e).hasMessage("'" + text + "' is not a port to publish");
            assertThat(e.hint())
                    .contains("write [ADDRESS:]HOST:GUEST[/tcp|udp], for example 8080:80 or 127.0.0.1:5353:53/udp");
        });
    }

    @ParameterizedTest
    @CsvSource({"0:80, 0", "80:0, 0", "65536:80, 65536", "80:99999, 99999"})
    void numbersBeyondTheRangeAreRefused(String text, String number) {
        assertThatThrownBy(() -> PublishedPort.parse(text))
                .isInstanceOf(InputException.class)
                .hasMessage(number + " is not a port number");
    }

    /// A leading zero means octal to some readers of addresses and decimal to others.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.org",
                "256.0.0.1",
                "1.2.3",
                "1.2.3.4.5",
                "0x7f.0.0.1",
                "09.0.0.1",
                "010.0.0.1",
                "1.2.3.04"
            })
    void onlyPlainAddressesAreTaken(String address) {
        assertThatThrownBy(() -> PublishedPort.parse(address + ":80:80"))
                .isInstanceOf(InputException.class)
                .hasMessage("'" + address + "' is not an IPv4 address to publish a port on");
    }

    @Test
    void thePortIsOpenToThisMachineOnly() {
        assertThat(PublishedPort.tcp(80, 81))
                .isEqualTo(new PublishedPort("127.0.0.1", 80, 81, PublishedPort.Protocol.TCP));
    }
}
