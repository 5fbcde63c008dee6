package dev.lamina.vmlaunch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ConsoleTextTest {

    static Stream<Arguments> outputs() {
        return Stream.of(
                Arguments.of("plain\ttext\r\n", "plain\ttext\n"),
                Arguments.of("\033[1;31mred\033[0m", "red"),
                Arguments.of("\033[?25l\033[2J\033[Hlogin: ", "login: "),
                Arguments.of("\033]0;title\007x", "x"),
                Arguments.of("\033]0;title\033\\x", "x"),
                Arguments.of("\033Pdevice\033\\\033_app\033\\\033^private\033\\\033Xstring\033\\x", "x"),
                Arguments.of("\033(Bx\0337y\033cz", "xyz"),
                Arguments.of("\033[\030x", "x"),
                Arguments.of("\033]half\032x", "x"),
                Arguments.of("\033\033[mx", "x"),
                Arguments.of("\033[1\033[mx", "x"),
                Arguments.of("\033]title\033[31mx", "x"),
                Arguments.of("a\b\000\007\177b", "ab"),
                Arguments.of("\033]never ends\nnext", "\nnext"),
                Arguments.of("grüße 日本 \033[mé", "grüße 日本 é"));
    }

    @ParameterizedTest
    @MethodSource("outputs")
    void sequencesAreTakenOutWhereverThePiecesEnd(String output, String expected) {
        byte[] bytes = output.getBytes(StandardCharsets.UTF_8);
        assertThat(plain(bytes, bytes.length)).isEqualTo(expected);
        for (int split = 1; split < bytes.length; split++) {
            assertThat(plain(bytes, split)).as("split at %d", split).isEqualTo(expected);
        }
    }

    private static String plain(byte[] bytes, int split) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        ConsoleText console = new ConsoleText(text::write);
        console.accept(bytes, 0, split);
        console.accept(bytes, split, bytes.length - split);
        return text.toString(StandardCharsets.UTF_8);
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyBytesAreTakenAndNothingThatSteersATerminalIsLeft(long seed) {
        Random random = new Random(seed);
        String alphabet = "\033\033[]P_\\;01mA \n\r\007\b\030ab";
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        ConsoleText console = new ConsoleText(text::write);
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        for (int piece = 0; piece < 20; piece++) {
            byte[] bytes = new byte[random.nextInt(12)];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte)
                        (random.nextInt(8) == 0
                                ? random.nextInt(256)
                                : alphabet.charAt(random.nextInt(alphabet.length())));
            }
            sent.writeBytes(bytes);
            console.accept(bytes, 0, bytes.length);
        }
        assertThat(text.toByteArray()).inHexadecimal().doesNotContain((byte) 0x1b, (byte) '\r', (byte) '\b', (byte) 7);
        byte[] all = sent.toByteArray();
        assertThat(plain(all, all.length)).isEqualTo(text.toString(StandardCharsets.UTF_8));
        assertThat(text.toString(StandardCharsets.UTF_8).lines().count())
                .isLessThanOrEqualTo(sent.toString(StandardCharsets.UTF_8).split("\n", -1).length);
    }

    @Test
    void whatATerminalMightObeyIsShownAsAReplacement() {
        assertThat(ConsoleText.printable("a\tb\u009bc\u202ed\u200be\ue000f\u2028".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("a\tb\ufffdc\ufffdd\ufffde\ufffdf\ufffd");
        assertThat(ConsoleText.printable(new byte[] {'x', (byte) 0x9b, 'y'})).isEqualTo("x\ufffdy");
        assertThat(ConsoleText.printable("grüße 日本 😀".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("grüße 日本 😀");
    }
}
