package dev.lamina.app.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.app.operation.Environment.OperatingSystem;
import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.model.problem.InputException;
import java.io.IOException;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OpenInBrowserTest {
    private static final String ADDRESS = "https://man7.org/linux/man-pages/man7/capabilities.7.html";

    private static OpenInBrowser on(OperatingSystem system, OpenInBrowser.Programs programs) {
        return new OpenInBrowser(system, programs);
    }

    @Test
    void everySystemHasItsOwnWay() {
        assertThat(on(OperatingSystem.LINUX, command -> OptionalInt.of(0))
                        .command(ADDRESS)
                        .argv())
                .containsExactly("xdg-open", ADDRESS);
        assertThat(on(OperatingSystem.MACOS, command -> OptionalInt.of(0))
                        .command(ADDRESS)
                        .argv())
                .containsExactly("open", ADDRESS);
        assertThat(on(OperatingSystem.WINDOWS, command -> OptionalInt.of(0))
                        .command(ADDRESS)
                        .argv())
                .containsExactly("rundll32", "url.dll,FileProtocolHandler", ADDRESS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org/",
                "file:///etc/passwd",
                "https://",
                "--help",
                "https://a.b/x y",
                "https://a.b/`x`",
                "https://user@a.b/",
                "https://a.b/\nx",
                "javascript:alert(1)",
                "https://-a.b/x;y"
            })
    void onlyPlainAddressesOfTheWebAreOpened(String address) {
        OpenInBrowser browser = on(OperatingSystem.LINUX, command -> {
            throw new AssertionError("started " + command);
        });
        assertThatThrownBy(() -> browser.open(address)).isInstanceOf(InputException.class);
    }

    @Test
    void whatCannotBeStartedOrFailsIsSaid() {
        assertThatCode(() -> on(OperatingSystem.LINUX, command -> OptionalInt.empty())
                        .open(ADDRESS))
                .doesNotThrowAnyException();
        assertThatThrownBy(() ->
                        on(OperatingSystem.LINUX, command -> OptionalInt.of(3)).open(ADDRESS))
                .isInstanceOf(EnvironmentException.class)
                .hasMessageContaining("xdg-open");
        assertThatThrownBy(() -> on(OperatingSystem.LINUX, command -> {
                            throw new IOException("no such file");
                        })
                        .open(ADDRESS))
                .isInstanceOf(EnvironmentException.class)
                .hasMessageContaining("no such file");
    }
}
