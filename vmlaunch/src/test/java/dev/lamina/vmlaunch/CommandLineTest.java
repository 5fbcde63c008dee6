package dev.lamina.vmlaunch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

final class CommandLineTest {

    @Test
    void plainWordsStandAsTheyAreAndOthersInQuotes() {
        assertThat(new CommandLine(List.of("/bin/x", "-a=b,c:d%@+_", "", "a b", "it's", "$HOME", "*", "~", "é")))
                .hasToString("/bin/x -a=b,c:d%@+_ '' 'a b' 'it'\\''s' '$HOME' '*' '~' 'é'");
    }

    /// The shell itself is the judge.
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no POSIX shell to judge")
    void aShellReadsTheSameArgumentsBack() throws IOException {
        Random random = new Random(1);
        String alphabet = "a'\"\\ $`!*?~#&|;<>()[]{}=\n\t-é";
        List<String> argv = new ArrayList<>(List.of("printf", "%s\\0"));
        for (int i = 0; i < 200; i++) {
            StringBuilder word = new StringBuilder();
            for (int length = random.nextInt(8); length > 0; length--) {
                word.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            argv.add(word.toString());
        }
        Process shell = new ProcessBuilder("/bin/sh", "-c", new CommandLine(argv).toString()).start();
        String printed = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        // Outside of UTF-8 locales Java itself cannot pass é on.
        assertThat(List.of(printed.split("\0", -1)))
                .startsWith(argv.subList(2, argv.size()).stream()
                        .map(word -> sent(word))
                        .toArray(String[]::new));
    }

    private static String sent(String word) {
        String jnu = System.getProperty("sun.jnu.encoding", "UTF-8");
        return new String(word.getBytes(java.nio.charset.Charset.forName(jnu)), StandardCharsets.UTF_8);
    }

    @Test
    void aCommandLineNamesAProgram() {
        assertThatThrownBy(() -> new CommandLine(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
