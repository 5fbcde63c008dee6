package dev.lamina.model.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DigestTest {
    /// Of nothing (FIPS 180-4 test vector).
    private static final String EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    @Test
    void digestsAreWrittenAsOciDoes() throws NoSuchAlgorithmException {
        Digest digest = Digest.of(MessageDigest.getInstance("SHA-256").digest());
        assertThat(digest).hasToString("sha256:" + EMPTY);
        assertThat(Digest.parse("sha256:" + EMPTY)).isEqualTo(digest).isEqualTo(new Digest(EMPTY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                EMPTY,
                "sha256:",
                "sha512:" + EMPTY,
                "SHA256:" + EMPTY,
                "sha256:../" + EMPTY,
                "sha256:" + EMPTY + "0",
                "sha256:E3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                "sha256:" + EMPTY + "\n",
            })
    void everythingElseIsNoDigest(String text) {
        assertThatThrownBy(() -> Digest.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("not a SHA-256 digest: ");
    }

    @Test
    void digestsAreOrderedByTheirDigits() {
        assertThat(new Digest("0".repeat(64))).isLessThan(new Digest("1" + "0".repeat(63)));
    }
}
