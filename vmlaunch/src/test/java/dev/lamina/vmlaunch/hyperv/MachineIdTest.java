package dev.lamina.vmlaunch.hyperv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class MachineIdTest {

    @Test
    void itIsARandomIdentifierThatKnowsItsProcess() {
        MachineId id = MachineId.random(new Random(1), 0xFEDC_BA98L);

        assertThat(id.value().version()).isEqualTo(4);
        assertThat(id.value().variant()).isEqualTo(2);
        assertThat(id.process()).isEqualTo(0xFEDC_BA98L);
        assertThat(id.isOrphan(process -> process != 0xFEDC_BA98L)).isTrue();
        assertThat(id.isOrphan(process -> process == 0xFEDC_BA98L)).isFalse();
    }

    @Test
    void machinesOfOneProcessDiffer() {
        Random random = new Random(1);

        assertThat(MachineId.random(random, 7)).isNotEqualTo(MachineId.random(random, 7));
        assertThat(MachineId.random(random, 7).mac())
                .matches("00-15-5D(-[0-9A-F]{2}){3}")
                .isNotEqualTo(MachineId.random(random, 7).mac());
    }

    @Test
    void itIsReadBack() {
        MachineId id = new MachineId(UUID.fromString("6f9619ff-8b86-4d11-b42d-00c04fc964ff"));

        assertThat(MachineId.parse("6F9619FF-8B86-4D11-B42D-00C04FC964FF")).contains(id);
        assertThat(MachineId.parse("my container")).isEmpty();
    }
}
