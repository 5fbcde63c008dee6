package dev.lamina.vmlaunch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.model.problem.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NetworkTest {
    @Test
    void linuxKitsWordsAreRead() {
        assertThat(Network.parse("default")).isEqualTo(new Network.User());
        assertThat(Network.parse("user")).isEqualTo(new Network.User());
        assertThat(Network.parse("none")).isEqualTo(new Network.None());
        assertThat(Network.parse("tap,tap0")).isEqualTo(new Network.Tap("tap0"));
        assertThat(Network.parse("bridge,br-lan")).isEqualTo(new Network.Bridge("br-lan"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tap",
                "tap,",
                "bridge",
                "bridge,a,b",
                "tap,script=x",
                "user,x",
                "vmnet",
                "tap,0123456789abcdef"
            })
    void everythingElseIsExplained(String text) {
        assertThatThrownBy(() -> Network.parse(text))
                .isInstanceOf(InputException.class)
                .hasMessage("'" + text + "' is not a network for a machine");
    }
}
