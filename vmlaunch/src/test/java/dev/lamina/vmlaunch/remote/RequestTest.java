package dev.lamina.vmlaunch.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.model.problem.ExternalException;
import dev.lamina.model.problem.InputException;
import dev.lamina.vmlaunch.GuestControl.ExecResult;
import dev.lamina.vmlaunch.GuestControlException;
import dev.lamina.vmlaunch.Printed;
import dev.lamina.vmlaunch.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RequestTest {

    @Test
    void aRequestIsALineOfJson() {
        Request exec = new Request(Verb.EXEC, "web", List.of("echo", "a b\n"), Duration.ofSeconds(2));

        assertThat(exec.line())
                .isEqualTo("{\"v\":1,\"do\":\"exec\",\"name\":\"web\",\"words\":[\"echo\",\"a b\\n\"],\"ms\":2000}\n");
        assertThat(Request.parse(exec.line())).isEqualTo(exec);
    }

    @ParameterizedTest
    @EnumSource
    void everyVerbIsUnderstood(Verb verb) {
        assertThat(Request.parse(Request.of(verb).line())).isEqualTo(Request.of(verb));
    }

    @Test
    void nobodyWaitsForEver() {
        assertThat(Request.parse("{\"v\":1,\"do\":\"exec\",\"ms\":99999999999}").patience())
                .isEqualTo(Duration.ofHours(1));
        assertThat(Request.parse("{\"v\":1,\"do\":\"exec\",\"ms\":-5}").patience())
                .isEqualTo(Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "{}",
                "[1]",
                "{\"v\":2,\"do\":\"exec\"}",
                "{\"v\":1,\"do\":\"format\"}",
                "{\"v\":1"
            })
    void whatIsNoRequestIsRefused(String line) {
        assertThatThrownBy(() -> Request.parse(line)).isInstanceOf(InputException.class);
    }

    @Test
    void answersComeAsTheyWereGiven() {
        ExecResult result = new ExecResult(3, Printed.of(new byte[] {'a', 0, (byte) 0xff, '\n'}), true);
        List<Snapshot> snapshots = List.of(new Snapshot("clean", Instant.EPOCH, 5));

        assertThat(Answer.parse(Answer.of(result).line()).result()).isEqualTo(result);
        assertThat(Answer.parse(Answer.of(snapshots).line()).snapshots()).isEqualTo(snapshots);
        assertThat(Answer.parse(Answer.text("x").line()).text()).isEqualTo("x");
        assertThat(Answer.parse(Answer.truth(true).line()).truth()).isTrue();
    }

    @Test
    void failuresComeAsTheyWereThrown() {
        assertThatThrownBy(() -> Answer.parse(
                        Answer.of(new InputException("no", "do this")).line()))
                .isInstanceOf(InputException.class)
                .hasMessage("no")
                .extracting(e -> ((InputException) e).hint().orElse(""))
                .isEqualTo("do this");
        assertThatThrownBy(() -> Answer.parse(
                        Answer.of(new EnvironmentException("gone", null)).line()))
                .isInstanceOf(EnvironmentException.class);
        assertThatThrownBy(() -> Answer.parse(Answer.of(new GuestControlException("exec", "nothing", null))
                        .line()))
                .isInstanceOf(GuestControlException.class)
                .hasMessage("the guest did not answer 'exec': nothing");
        assertThatThrownBy(
                        () -> Answer.parse(Answer.of(GuestControlException.unknown("enter", "web", "no-such-service"))
                                .line()))
                .isInstanceOf(GuestControlException.class)
                .hasMessage("no service named web runs in the system");
        assertThatThrownBy(() -> Answer.parse("nonsense")).isInstanceOf(ExternalException.class);
    }
}
