package dev.lamina.vmlaunch.choice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.Availability;
import dev.lamina.vmlaunch.choice.ProbeMemory.Question;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ProbeMemoryTest {
    private static final Question QEMU = new Question("qemu", Arch.AMD64);
    private static final Availability YES = Availability.ready("QEMU 9", List.of());
    private static final Availability NO = Availability.missing("no QEMU", "install it");

    private long now = 1;
    private int asked;
    private final ProbeMemory memory = new ProbeMemory(this::now);

    private long now() {
        return now;
    }

    private Availability ask(Question question, Availability answer) {
        return memory.answer(question, () -> {
            asked++;
            return answer;
        });
    }

    private void wait(int seconds) {
        now += Duration.ofSeconds(seconds).toNanos();
    }

    @Test
    void aYesHoldsForAMinute() {
        assertThat(ask(QEMU, YES)).isEqualTo(YES);
        wait(59);
        assertThat(ask(QEMU, NO)).isEqualTo(YES);
        wait(2);
        assertThat(ask(QEMU, NO)).isEqualTo(NO);
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void aNoIsSoonAskedAgain() {
        assertThat(ask(QEMU, NO)).isEqualTo(NO);
        wait(2);
        assertThat(ask(QEMU, YES)).isEqualTo(NO);
        wait(2);
        assertThat(ask(QEMU, YES)).isEqualTo(YES);
    }

    @Test
    void eachGuestAndEachHypervisorHasItsOwn() {
        ask(QEMU, YES);
        assertThat(ask(new Question("qemu", Arch.ARM64), NO)).isEqualTo(NO);
        assertThat(ask(new Question("vfkit", Arch.AMD64), NO)).isEqualTo(NO);
        assertThat(asked).isEqualTo(3);
    }

    @Test
    void whatIsForgottenIsAskedAgain() {
        ask(QEMU, YES);
        memory.forget();
        assertThat(ask(QEMU, NO)).isEqualTo(NO);
    }
}
