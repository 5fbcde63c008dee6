package dev.lamina.assembler.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class GuestTextTest {

    /// What Python's `bytes.fromhex(…).decode("utf-8", "surrogateescape")` gives, as UTF-16 in hex.
    @ParameterizedTest
    @CsvSource({
        "'', ''",
        "6162, 00610062",
        "c3bc, 00fc",
        "f09f9880, d83dde00",
        "80, dc80",
        "61ff62, 0061dcff0062",
        "c3, dcc3",
        "c328, dcc30028",
        "e28082, 2002",
        "e280, dce2dc80",
        "f09f98, dcf0dc9fdc98",
        "c080, dcc0dc80",
        "eda080, dceddca0dc80",
        "f09f9880ff, d83dde00dcff",
        "f4908080, dcf4dc90dc80dc80",
    })
    void bytesThatAreNoUtf8BecomeLoneSurrogates(String bytes, String utf16) {
        byte[] name = HexFormat.of().parseHex(bytes);
        String text = GuestText.decode(name);
        assertThat(text).isEqualTo(ofUnits(utf16));
        assertThat(GuestText.encode(text)).isEqualTo(name);
    }

    private static String ofUnits(String hex) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < hex.length(); i += 4) {
            text.append((char) HexFormat.fromHexDigits(hex, i, i + 4));
        }
        return text.toString();
    }

    static LongStream seeds() {
        return LongStream.range(0, 500);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyNameComesBackAsItWas(long seed) {
        Random random = new Random(seed);
        byte[] name = new byte[random.nextInt(40)];
        random.nextBytes(name);
        byte[] letters = "aü日😀".getBytes(StandardCharsets.UTF_8);
        for (int i = random.nextInt(30); i > 0 && name.length > 0; i--) {
            name[random.nextInt(name.length)] = letters[random.nextInt(letters.length)];
        }
        assertThat(GuestText.encode(GuestText.decode(name))).isEqualTo(name);
    }

    @Test
    void differentNamesStayDifferent() {
        byte[] latin1 = {'g', 'r', (byte) 0xfc, 'n'};
        assertThat(GuestText.decode(latin1)).isNotEqualTo(GuestText.decode("grün".getBytes(StandardCharsets.UTF_8)));
        assertThat(GuestText.decode(latin1)).isEqualTo("gr\udcfcn");
    }
}
