package dev.lamina.model.check.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SecretTest {
    /// As much of a text as is looked at.
    private static final int LENGTH = 65536;

    /// Texts that look like secrets from many places on, so that a careless search goes back again and again.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n|PrivateKey",
                "\n|requirepass",
                "A |PRIVATE KEY-----",
                "-----BEGIN |PRIVATE KEY-----",
                "-eyJaaaaaaaaaaaa|eyJ",
                "://a:|://",
                "$6$a |$",
                "password|password",
                "echo a:|chpasswd",
                " machine a login|machine"
            })
    void nothingIsFoundInTimeWhereNothingIs(String text) {
        String[] parts = text.split("\\|");
        String long64K = "-----BEGIN " + parts[0].repeat(LENGTH / parts[0].length());

        List<String> found = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> Secret.in(long64K.substring(0, LENGTH - 20) + "\n#" + parts[1]));

        assertThat(found).isEmpty();
    }
}
