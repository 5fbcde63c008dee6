package dev.lamina.vmlaunch.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.model.problem.InputException;
import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.Equipment;
import dev.lamina.vmlaunch.Network;
import dev.lamina.vmlaunch.PrivateNetwork;
import dev.lamina.vmlaunch.VmSpec;
import dev.lamina.vmlaunch.testing.SpecTable;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class LimitsTest {
    private static final VmSpec PLAIN = SpecTable.spec(SpecTable.direct(Arch.AMD64, "quiet"));

    private final Limits limits = new Limits("Playbox");

    static Stream<Arguments> lacking() {
        Equipment none = Equipment.NONE;
        return Stream.of(
                Arguments.of(none.withTpm(), "has no TPM here"),
                Arguments.of(
                        none.withPrivateNetworks(List.of(PrivateNetwork.named("lab"))), "has no private networks here"),
                Arguments.of(none.withUsb(), "passes no USB devices on"),
                Arguments.of(none.withWindow(), "shows no screen here"),
                Arguments.of(none.withDevices(List.of("sga")), "knows none of QEMU's devices"),
                Arguments.of(none.withNetwork(new Network.Tap("tap0")), "has no TAP devices"),
                Arguments.of(none.withNetwork(new Network.Bridge("br0")), "has no bridges"));
    }

    @ParameterizedTest
    @MethodSource("lacking")
    void whatQemuAloneHasIsRefusedWithAWayOut(Equipment equipment, String what) {
        assertThatThrownBy(() -> limits.checkParts(PLAIN.withEquipment(equipment)))
                .isInstanceOfSatisfying(InputException.class, e -> {
                    assertThat(e).hasMessage("Playbox " + what);
                    assertThat(e.hint().orElse("")).endsWith(", or take --backend qemu");
                });
    }

    @Test
    void whatEverybodyHasIsNot() {
        assertThatCode(() -> limits.checkParts(PLAIN)).doesNotThrowAnyException();
        assertThatCode(() -> limits.checkParts(PLAIN.withEquipment(Equipment.NONE.withNetwork(new Network.None()))))
                .doesNotThrowAnyException();
    }
}
