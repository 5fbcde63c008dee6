package dev.lamina.app.studio.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.session.Live;
import dev.lamina.app.studio.testing.DirectBackground;
import dev.lamina.app.testing.FakeGuest;
import dev.lamina.app.testing.FakeVm;
import dev.lamina.vmlaunch.GuestControl.ExecResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ShellViewModelTest {
    private final Live live = new Live();
    private final ShellViewModel shell = new ShellViewModel(live, new GuestCalls(live, new DirectBackground()));

    /// Runs the words as the guest would.
    private static ExecResult really(List<String> words) {
        try {
            Process process =
                    new ProcessBuilder(words).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new ExecResult(process.waitFor(), output, false);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aShellRemembersItsFolderFromLineToLine() {
        live.runs(FakeVm.running(FakeGuest.answering((service, words) -> really(words))));
        shell.enter(Optional.of("web"));
        shell.run("cd /usr/bin");
        shell.run("pwd");
        shell.run("echo \"it's\"; false");
        shell.run("if");
        assertThat(shell.transcript().get()).startsWith("""
            web # cd /usr/bin
            web:/usr/bin # pwd
            /usr/bin
            web:/usr/bin # echo "it's"; false
            it's
            [exit code 1]
            web:/usr/bin # if
            """).contains("[exit code 2]");
    }

    @Test
    void whatAProgramPrintsCannotMoveTheCursor() {
        live.runs(FakeVm.running(FakeGuest.answering(
                (service, words) -> new ExecResult(0, "\u001b[2J\u001b]52;c;aGk=\u0007red\u0008\u001b[31m!\n", true))));
        shell.run("x");
        assertThat(shell.transcript().get()).isEqualTo("""
            system # x
            red!
            [more output than is kept]
            """);
    }

    @Test
    void withoutAMachineTheShellSaysSo() {
        shell.run("ls");
        assertThat(shell.transcript().get()).isEqualTo("system # ls\nno machine of this document runs\n");
        assertThat(shell.busy().get()).isFalse();
    }

    @Test
    void linesThatWereTypedComeBack() {
        shell.run("first");
        shell.run("second");
        shell.run("first");
        assertThat(List.of(shell.recall(-1), shell.recall(-1), shell.recall(-1), shell.recall(1), shell.recall(1)))
                .containsExactly("first", "second", "second", "first", "");
    }
}
