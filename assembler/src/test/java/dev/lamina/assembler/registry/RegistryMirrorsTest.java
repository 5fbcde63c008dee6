package dev.lamina.assembler.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.assembler.registry.RegistryMirrors.Mirror;
import dev.lamina.model.problem.InputException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RegistryMirrorsTest {
    @Test
    void mirrorsAreOfOneRegistryOrOfAllOthers() {
        RegistryMirrors mirrors = new RegistryMirrors(RegistryMirrors.parseList(
                "docker.io/=https://a.example, http://all.example  index.docker.io=https://b.example"));

        assertThat(mirrors.of("docker.io"))
                .containsExactly(URI.create("https://a.example"), URI.create("https://b.example"));
        assertThat(mirrors.of("registry.example")).containsExactly(URI.create("http://all.example"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mirror.example",
                "docker.io=mirror.example",
                "docker.io=ftp://mirror.example",
                "docker.io=https://user:secret@mirror.example",
                "https://",
                "a=b=c",
                "https://mirror.example/?x"
            })
    void whatIsNoMirrorIsRefused(String text) {
        assertThatThrownBy(() -> Mirror.parse(text)).isInstanceOfSatisfying(InputException.class, e -> {
            assertThat(e).hasMessage("'" + text + "' names no mirror");
            assertThat(e.hint())
                    .contains("write [REGISTRY=]URL with http:// or https://, for example"
                            + " docker.io=https://mirror.example");
        });
    }
}
