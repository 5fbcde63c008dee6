package dev.lamina.app.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.lamina.app.operation.Environment.OperatingSystem;
import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.model.problem.InputException;
import dev.lamina.vmlaunch.CommandLine;
import dev.lamina.vmlaunch.process.ProcessRunner;
import dev.lamina.vmlaunch.process.ProcessRunner.Result;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OpenOutsideTest {
    private final List<List<String>> started = new ArrayList<>();

    @TempDir
    Path folder = Path.of("");

    private OpenOutside on(OperatingSystem system, int exitCode) {
        return new OpenOutside(system, (command, timeout) -> {
            started.add(command.argv());
            return new Result(exitCode, "");
        });
    }

    @Test
    void aFolderIsShownByTheProgramOfTheSystem() {
        on(OperatingSystem.MACOS, 0).folder(folder);
        on(OperatingSystem.WINDOWS, 1).folder(folder);
        on(OperatingSystem.LINUX, 0).folder(folder);
        assertThat(started.subList(0, 2))
                .containsExactly(List.of("open", folder.toString()), List.of("explorer", folder.toString()));
        assertThat(started.get(2)).startsWith("sh", "-c").endsWith("xdg-open", folder.toString());
    }

    @Test
    void aFolderThatIsNotThereIsNotOpened() {
        assertThatThrownBy(() -> on(OperatingSystem.LINUX, 0).folder(folder.resolve("none")))
                .isInstanceOf(InputException.class);
        assertThat(started).isEmpty();
    }

    @Test
    void onlyEncryptedPagesAreOpened() {
        OpenOutside outside = on(OperatingSystem.MACOS, 0);
        for (String address : List.of("http://example.org/", "file:///etc/passwd", "https:relative", "javascript:1")) {
            assertThatThrownBy(() -> outside.link(URI.create(address))).isInstanceOf(InputException.class);
        }
        outside.link(URI.create("https://example.org/a?b=c"));
        assertThat(started).containsExactly(List.of("open", "https://example.org/a?b=c"));
    }

    @Test
    void aDesktopWithoutAProgramSaysSo() {
        assertThatThrownBy(() -> on(OperatingSystem.LINUX, 127).folder(folder))
                .isInstanceOf(EnvironmentException.class)
                .hasMessageContaining(folder.toString());
    }

    @Test
    void theShellTellsThatThereIsNoSuchProgram() {
        OpenOutside outside = new OpenOutside(OperatingSystem.LINUX, (command, timeout) -> {
            List<String> argv = new ArrayList<>(command.argv());
            argv.set(argv.indexOf("xdg-open"), "/no/such/program");
            return new ProcessRunner().run(new CommandLine(argv), timeout);
        });
        assumeFalse(System.getProperty("os.name", "").startsWith("Windows"), "it is the shell of Unix");
        assertThatThrownBy(() -> outside.folder(folder)).isInstanceOf(EnvironmentException.class);
    }
}
