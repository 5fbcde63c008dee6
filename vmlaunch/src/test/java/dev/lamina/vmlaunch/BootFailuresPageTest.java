package dev.lamina.vmlaunch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// `docs/boot-failures.md` is the table of signatures. `-Dlamina.record=true` writes it anew.
final class BootFailuresPageTest {
    private static final Path PAGE = Path.of("..", "docs", "boot-failures.md");
    private static final String HEAD = """
            # Why a boot failed

            When `lamina run --until TEXT` does not see its text, it says what failed in the system: the component, what was seen, the likely
            reason, the [rule](rules) of `lamina validate` that can tell before the boot, and what to do; the first cause first, at most five.
            With `--json` the same is in `failures`. It reads the console and the [events](guest-channel.md) of the guest.

            What it recognises is below, %d failures, made from
            [`boot-failures.txt`](../vmlaunch/src/main/resources/dev/lamina/vmlaunch/boot-failures.txt). `…` stands for any text; a text is found
            anywhere in a line, except that `^` is its beginning and `$` its end. Each line of the console, and the last words of each container that
            failed, has the first failure of the table that fits, so causes stand above what follows from them. %d of them are seen in real boots
            that a test makes fail; the others are quoted.

            """;

    private static String page() {
        List<Signature> all = SignatureTable.ALL;
        long seen =
                all.stream().filter(signature -> signature.seen().isPresent()).count();
        return HEAD.formatted(all.size(), seen)
                + "| failure | on the console | last words of a container | likely reason | rule | what to do | known from |\n"
                + "|---|---|---|---|---|---|---|\n"
                + all.stream().map(BootFailuresPageTest::row).collect(Collectors.joining());
    }

    private static String row(Signature signature) {
        return Stream.of(
                        "`" + signature.id() + "`" + (signature.fatal() ? " (fatal)" : ""),
                        signature.id().startsWith("silent") ? "nothing" : patterns(signature.console()),
                        patterns(signature.says()),
                        signature.part().map(part -> part + ": ").orElse("") + words(signature.reason()),
                        signature.rule().map(BootFailuresPageTest::link).orElse(""),
                        words(signature.fix()),
                        signature.seen().or(signature::source).orElseThrow())
                .map(cell -> cell.replace("|", "\\|"))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String link(String rule) {
        assertThat(PAGE.resolveSibling("rules").resolve(rule + ".md")).exists();
        return "[" + rule + "](rules/" + rule + ".md)";
    }

    private static String patterns(List<LinePattern> patterns) {
        return patterns.stream()
                .map(pattern -> "`` " + pattern.toString().replaceAll("\\{[^}]*}", "…") + " ``")
                .collect(Collectors.joining("<br>"));
    }

    private static String words(String template) {
        return template.replaceAll("\\{([a-z]+)}", "*$1*");
    }

    @Test
    void thePageIsTheTable() throws IOException {
        if (Boolean.getBoolean("lamina.record")) {
            Files.writeString(PAGE, page());
        }
        assertThat(Files.readString(PAGE))
                .as("record it with -Dlamina.record=true")
                .isEqualTo(page());
    }
}
