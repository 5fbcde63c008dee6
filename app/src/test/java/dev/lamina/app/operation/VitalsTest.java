package dev.lamina.app.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.operation.Vital.State;
import dev.lamina.app.studio.testing.GuestWords;
import dev.lamina.vmlaunch.GuestEvent;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VitalsTest {
    private static GuestEvent event(String kind, String... fields) {
        return GuestWords.event(1, kind, fields);
    }

    private static final List<GuestEvent> BOOT = List.of(
            event("kernel", "release", "6.12"),
            event("stage", "name", "mounts"),
            event("stage", "name", "plans"),
            event("volume", "name", "data", "ok", "true"),
            event("start", "section", "onboot", "name", "dhcp"),
            event("exit", "section", "onboot", "name", "dhcp", "code", "0"),
            event("waiting", "section", "services", "name", "web", "for", "file:/run/ready"),
            event("start", "section", "services", "name", "getty", "pid", "12"));

    @Test
    void aBootTurnsOneComponentAfterTheOtherGreen() {
        assertThat(Vitals.of(BOOT))
                .isEqualTo(new Vitals(
                        Map.of(
                                "kernel", new Vital(State.RUNNING, ""),
                                "init", new Vital(State.RUNNING, ""),
                                "files", new Vital(State.RUNNING, ""),
                                "volumes data", new Vital(State.RUNNING, ""),
                                "onboot dhcp", new Vital(State.DONE, ""),
                                "services web", new Vital(State.STARTING, "waits for file:/run/ready"),
                                "services getty", new Vital(State.RUNNING, "")),
                        false,
                        false));
    }

    @Test
    void whatFailsSaysWhyAndKeepsSayingItWhileItIsStartedAgain() {
        Vitals failed = Vitals.of(List.of(
                event("exit", "section", "services", "name", "web", "code", "1", "reason", "bind: Address in use"),
                event("restart", "section", "services", "name", "web", "delay", "1")));
        assertThat(failed.of("services web")).isEqualTo(new Vital(State.FAILED, "bind: Address in use"));
        assertThat(failed.after(List.of(event("start", "section", "services", "name", "web")))
                        .of("services web"))
                .isEqualTo(new Vital(State.RUNNING, ""));
        assertThat(Vitals.of(List.of(event("exit", "section", "onboot", "name", "x", "code", "3", "reason", "")))
                        .of("onboot x"))
                .isEqualTo(new Vital(State.FAILED, "exit code 3"));
    }

    @Test
    void whatSomebodyStoppedIsNotAFailure() {
        assertThat(Vitals.of(List.of(
                                event("exit", "section", "services", "name", "web", "code", "143", "asked", "true")))
                        .of("services web"))
                .isEqualTo(new Vital(State.STOPPED, ""));
    }

    @Test
    void aGuestThatSaysNonsenseDoesNoHarm() {
        Vitals vitals = Vitals.of(List.of(
                event("start"),
                event("exit", "section", "kernel", "name", "x"),
                event("failed", "section", "services", "name", "a", "reason", "x\u001b[2J\n" + "y".repeat(1000))));
        assertThat(vitals.components().keySet()).containsExactly("services a");
        assertThat(vitals.of("services a").reason()).startsWith("x [2J y").hasSize(500);
    }

    @Test
    void aNewKernelForgetsTheBootBefore() {
        Vitals again = Vitals.of(BOOT).after(List.of(event("ready"), event("kernel", "release", "6.12")));
        assertThat(again.ready()).isFalse();
        assertThat(again.components().keySet()).containsExactlyInAnyOrder("kernel", "init");
    }

    @Test
    void aMachineThatEndedRunsNothingAndItsFailuresStay() {
        Vitals last = Vitals.of(BOOT)
                .after(List.of(event("failed", "section", "services", "name", "web", "reason", "no such file: /x")))
                .ended();
        assertThat(last.of("services getty")).isEqualTo(new Vital(State.STOPPED, ""));
        assertThat(last.of("services web")).isEqualTo(new Vital(State.FAILED, "no such file: /x"));
        assertThat(last.of("onboot dhcp")).isEqualTo(new Vital(State.DONE, ""));
    }
}
