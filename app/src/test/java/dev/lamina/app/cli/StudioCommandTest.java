package dev.lamina.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.operation.Environment;
import dev.lamina.app.operation.Environment.OperatingSystem;
import dev.lamina.app.studio.StudioLauncher;
import dev.lamina.app.studio.Toolkit;
import dev.lamina.app.studio.testing.Sessions;
import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.model.problem.ProblemKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StudioCommandTest {
    @TempDir
    Path home;

    @Test
    void withoutADisplayTheOtherWaysAreNamed() {
        Environment nowhere = new Environment(Map.of(), home, home, OperatingSystem.LINUX, "amd64", false);
        StudioLauncher launcher = new StudioLauncher(Sessions.operations(home), nowhere, new Toolkit(), "gtk");
        EnvironmentException e =
                Assertions.catchThrowableOfType(EnvironmentException.class, () -> launcher.open(List.of()));
        assertThat(e).hasMessage("the composer cannot open a window: there is no display (DISPLAY is not set)");
        assertThat(e.hint())
                .contains("without one: 'lamina validate FILE', 'lamina build FILE', 'lamina run FILE';"
                        + " 'lamina --help' lists all");
        assertThat(e.kind()).isEqualTo(ProblemKind.ENVIRONMENT);
    }

    @Test
    void onlyFilesSurelyMeanTheWindow() {
        assertThat(StudioCommand.isMeant(List.of("studio"))).isTrue();
        assertThat(StudioCommand.isMeant(List.of("studio", "web.yml", "--rehearse")))
                .isTrue();
        assertThat(StudioCommand.isMeant(List.of("studio", "--help"))).isFalse();
        assertThat(StudioCommand.isMeant(List.of("studio", "-"))).isFalse();
        assertThat(StudioCommand.isMeant(List.of("-q", "studio"))).isFalse();
        assertThat(StudioCommand.isMeant(List.of("validate", "web.yml"))).isFalse();
        assertThat(StudioCommand.isMeant(List.of())).isFalse();
    }
}
