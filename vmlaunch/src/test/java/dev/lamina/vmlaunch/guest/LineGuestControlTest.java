package dev.lamina.vmlaunch.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.vmlaunch.GuestControl.ExecResult;
import dev.lamina.vmlaunch.GuestControl.ServiceAction;
import dev.lamina.vmlaunch.GuestControlException;
import dev.lamina.vmlaunch.testing.Wire;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class LineGuestControlTest {
    private static final Duration LONG = Duration.ofSeconds(50);
    private static final Duration SHORT = Duration.ofMillis(1);

    private final Wire answers = new Wire();
    private final List<String> requests = new ArrayList<>();

    /// A guest that does with each request what the test says.
    private LineGuestControl guest(Consumer<String> behaviour) {
        return new LineGuestControl(answers, new OutputStream() {
            private final ByteArrayOutputStream line = new ByteArrayOutputStream();

            @Override
            public void write(int b) {
                line.write(b);
                if (b == '\n') {
                    String request = line.toString(StandardCharsets.UTF_8);
                    line.reset();
                    requests.add(request);
                    behaviour.accept(request);
                }
            }
        });
    }

    /// A guest that answers each request with these lines, in which ID stands for the request's.
    private LineGuestControl answering(String... lines) {
        return guest(request -> {
            for (String line : lines) {
                answers.send(line.replace("ID", request.split(" ")[1]) + "\n");
            }
        });
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void outputAndExitCodeComeBack() {
        LineGuestControl control =
                answering("1 ID data " + base64("one\n"), "1 ID data " + base64("zwö"), "1 ID end 3");
        assertThat(control.exec(List.of("cat", "/etc/my file", "it's", ""), LONG))
                .isEqualTo(new ExecResult(3, "one\nzwö", false));
        assertThat(requests).containsExactly("1 1 exec 'cat' '/etc/my file' 'it'\\''s' ''\n");
        assertThat(control.hasSpoken()).isTrue();
    }

    @Test
    void aCharacterMayBeCutBetweenTwoLines() {
        byte[] bytes = "é".getBytes(StandardCharsets.UTF_8);
        Base64.Encoder encoder = Base64.getEncoder();
        LineGuestControl control = answering(
                "1 ID data " + encoder.encodeToString(new byte[] {bytes[0]}),
                "1 ID data " + encoder.encodeToString(new byte[] {bytes[1]}),
                "1 ID end 0");
        assertThat(control.exec(List.of("x"), LONG)).isEqualTo(new ExecResult(0, "é", false));
    }

    @Test
    void everyRequestHasItsForm() {
        LineGuestControl control = answering("1 ID end 0");
        control.execIn("web", List.of("id", "-u"), LONG);
        control.logs("dhcp", LONG);
        control.service(ServiceAction.RESTART, "web.1", LONG);
        control.powerOff(LONG);
        assertThat(control.awaitReady(LONG)).isTrue();
        assertThat(requests)
                .containsExactly(
                        "1 1 enter web 'id' '-u'\n",
                        "1 2 logs dhcp\n",
                        "1 3 service restart web.1\n",
                        "1 4 poweroff\n");
    }

    @Test
    void noiseAndAnswersToOthersAreIgnored() {
        LineGuestControl control = answering(
                "",
                "garbage",
                "2 ID end 9",
                "1 other end 9",
                "1 ID",
                "1 ID end",
                "1 ID future word",
                "1 ID data " + "x".repeat(70_000),
                "1 ID end 0");
        assertThat(control.exec(List.of("x"), LONG)).isEqualTo(new ExecResult(0, "", false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 ID data ***", "1 ID end soon", "1 ID end 99999999999"})
    void nonsenseFailsTheRequest(String line) {
        LineGuestControl control = answering(line);
        assertThatThrownBy(() -> control.exec(List.of("x"), LONG))
                .isInstanceOfSatisfying(GuestControlException.class, e -> {
                    assertThat(e).hasMessage("the guest did not answer 'exec': it sent nonsense");
                    assertThat(e.request()).isEqualTo("exec");
                });
    }

    @Test
    void aRefusalIsPassedOn() {
        assertThatThrownBy(() -> answering("1 ID error no-such-log").logs("nobody", LONG))
                .hasMessage("no container named nobody has printed anything");
    }

    @Test
    void aServiceThatDoesNotRunIsNamed() {
        assertThatThrownBy(() -> answering("1 ID error no-such-service").execIn("web", List.of("id"), LONG))
                .isInstanceOfSatisfying(GuestControlException.class, e -> {
                    assertThat(e).hasMessage("no service named web runs in the system");
                    assertThat(e.hint()).contains("'lamina exec service list' lists those that do");
                });
    }

    @Test
    void anotherRefusalIsTheGuestsWord() {
        assertThatThrownBy(() -> answering("1 ID error busy").logs("web", LONG))
                .hasMessage("the guest did not answer 'logs': busy");
    }

    @Test
    void aRefusalCannotSteerATerminal() {
        LineGuestControl control = answering("1 ID error \033[31m" + "x".repeat(200));
        assertThatThrownBy(() -> control.logs("nobody", LONG))
                .hasMessage("the guest did not answer 'logs': ?[31m" + "x".repeat(75));
    }

    @Test
    void aServiceThatDoesNotStartTellsWhy() {
        LineGuestControl control =
                answering("1 ID data " + base64("service: start web did not succeed\n"), "1 ID end 1");
        assertThatThrownBy(() -> control.service(ServiceAction.START, "web", LONG))
                .hasMessage("the guest did not answer 'service': it refused (1) service: start web did not succeed");
    }

    @Test
    void aLateAnswerIsNotTakenForTheNextOne() {
        LineGuestControl control = guest(request -> {
            if (request.startsWith("1 2 ")) {
                answers.send(
                        "1 1 data " + base64("late") + "\n1 1 end 1\n1 2 data " + base64("mine") + "\n1 2 end 0\n");
            }
        });
        assertThatThrownBy(() -> control.exec(List.of("x"), SHORT))
                .isInstanceOfSatisfying(GuestControlException.class, e -> {
                    assertThat(e).hasMessage("the guest did not answer 'exec': nothing within 1 ms");
                    assertThat(e.hint()).isEqualTo(Optional.of("is the guest's init lamina/init?"));
                });
        assertThat(control.hasSpoken()).isFalse();
        assertThat(control.exec(List.of("y"), LONG)).isEqualTo(new ExecResult(0, "mine", false));
    }

    @Test
    void outputBeyondTheLimitIsCutAndMarked() {
        String line = "1 ID data " + base64("x".repeat(45_000));
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            lines.add(line);
        }
        lines.add("1 ID end 0");
        ExecResult result = answering(lines.toArray(String[]::new)).exec(List.of("yes"), LONG);
        assertThat(result.output()).hasSize(4 * 1024 * 1024);
        assertThat(result.truncated()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "../x", ".x", "-x", "a;b", "a\nb"})
    void namesThatAreNoneAreNotSent(String name) {
        LineGuestControl control = answering("1 ID end 0");
        assertThatThrownBy(() -> control.logs(name, LONG))
                .hasMessage("the guest did not answer 'logs': '" + name + "' is no name of a container");
        assertThat(requests).isEmpty();
    }

    @Test
    void aRequestIsOneLine() {
        LineGuestControl control = answering("1 ID end 0");
        assertThatThrownBy(() -> control.exec(List.of("echo", "a\n1 2 poweroff"), LONG))
                .hasMessage("the guest did not answer 'exec': a request is one line");
        assertThat(requests).isEmpty();
    }

    @Test
    void theEndOfTheMachineEndsTheWaiting() {
        LineGuestControl control = guest(request -> answers.end());
        assertThatThrownBy(() -> control.exec(List.of("x"), LONG))
                .hasMessage("the guest did not answer 'exec': the machine has ended");
        assertThatThrownBy(() -> control.exec(List.of("x"), LONG))
                .hasMessage("the guest did not answer 'exec': the machine has ended");
        assertThat(control.awaitReady(LONG)).isFalse();
    }

    @Test
    void aBrokenChannelIsTheEndOfTheMachine() {
        LineGuestControl control = new LineGuestControl(answers, new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        });
        assertThatThrownBy(() -> control.powerOff(LONG))
                .hasMessage("the guest did not answer 'poweroff': the machine has ended");
    }

    @Test
    void severalThreadsGetTheirOwnAnswers() {
        LineGuestControl control = guest(request -> {
            String[] words = request.strip().split(" ", 4);
            answers.send("1 " + words[1] + " data " + base64(words[3]) + "\n1 " + words[1] + " end 0\n");
        });
        List<CompletableFuture<String>> results = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String word = "w" + i;
            results.add(CompletableFuture.supplyAsync(
                    () -> control.exec(List.of(word), LONG).output()));
        }
        for (int i = 0; i < 20; i++) {
            assertThat(results.get(i).join()).isEqualTo("'w" + i + "'");
        }
    }

    @Test
    void anInterruptEndsTheWaitingForAGuest() throws InterruptedException {
        LineGuestControl control = guest(request -> {});
        CompletableFuture<Boolean> ready = new CompletableFuture<>();
        Thread waiting = Thread.ofPlatform().start(() -> ready.complete(control.awaitReady(LONG)));
        waiting.interrupt();
        assertThat(waiting.join(Duration.ofSeconds(20))).isTrue();
        assertThat(ready).isCompletedWithValue(false);
    }
}
