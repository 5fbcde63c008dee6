package dev.lamina.app.studio.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.lamina.app.studio.testing.Sessions;
import dev.lamina.model.edit.Change;
import dev.lamina.model.edit.Edit;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Whatever is opened, typed and done: a session answers, and comes back to a good text.
final class HostileTextTest {
    private static final String GOOD = "kernel:\n  image: lamina/kernel\n";
    private static final int LARGE = 5_000_000;

    /// It ends, however slow the machine is.
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path home;

    private static Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        texts.put("nothing", "");
        texts.put("a mark of the byte order alone", "\uFEFF");
        texts.put("a mark of the byte order", "\uFEFF" + GOOD);
        texts.put("NUL", "kernel:\u0000\n  image: x\n");
        texts.put("half of a letter", "kernel:\n  image: \"\uD800\"\n# \uDC00\n");
        texts.put("tabs", "kernel:\n\timage: x\n\t\ty: z\n");
        texts.put("tabs between", "kernel:\t\n  image:\tx\t# c\n");
        texts.put("controls", "kernel:\n  image: \u0007\u001b[31m\u0085\u2028\n");
        texts.put("an alias of itself", "services: &a\n  - *a\n");
        texts.put("merged with itself", "services:\n  - &a\n    <<: *a\n    name: x\n");
        texts.put("no mapping", "- a\n- b\n");
        texts.put("a number", "42");
        texts.put("several documents", GOOD + "---\n" + GOOD + "...\n%YAML 9.9\n---\n");
        texts.put("a foreign tag", "kernel: !!java.net.URL [\"http://127.0.0.1/\"]\n");
        texts.put("the same key again and again", "kernel: {}\n".repeat(20_000));
        texts.put("deep brackets", "services: " + "[".repeat(100_000));
        texts.put("deep mappings", "a: {".repeat(50_000));
        texts.put("deep lines", deep(2_000));
        texts.put("a billion laughs", laughs());
        texts.put("a line of a megabyte", "kernel:\n  image: " + "x".repeat(1_000_000) + "\n");
        texts.put("a quoted line of a megabyte", "kernel:\n  image: \"" + "\\u0041".repeat(180_000) + "\"\n");
        texts.put("five megabytes of services", services());
        texts.put("five megabytes of comments", "# a comment\n".repeat(LARGE / 12));
        texts.put(
                "five megabytes of one text",
                "files:\n  - path: a\n    contents: |\n" + "      line\n".repeat(LARGE / 11));
        texts.put("twenty megabytes", "# a comment\n".repeat(20_000_000 / 12));
        return texts;
    }

    private static String deep(int depth) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            text.append(" ".repeat(i)).append("a:\n");
        }
        return text.toString();
    }

    private static String laughs() {
        StringBuilder text = new StringBuilder("a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
        for (int i = 1; i < 30; i++) {
            text.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(9)));
        }
        return text.append("services: *a29\n").toString();
    }

    private static String services() {
        StringBuilder text = new StringBuilder("services:\n");
        for (int i = 0; text.length() < LARGE; i++) {
            text.append("  - name: web-%d\n    image: lamina/httpd\n    capabilities: [all]\n".formatted(i));
        }
        return text.toString();
    }

    @TestFactory
    Stream<DynamicTest> aSessionAnswersWhateverTheTextIs() {
        return texts().entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(
                        each.getKey(), () -> assertTimeoutPreemptively(PATIENCE, () -> work(each.getValue()))));
    }

    private void work(String text) {
        DocumentSession session = Sessions.session(Sessions.desk(home), GOOD);
        session.type(text);
        assertThat(session.document().get().text()).isEqualTo(text);
        session.apply(Change.of("Set image", new Edit.Set("kernel.image", "k:1")));
        session.apply(document -> Gestures.add(document, Offer.of("web", Lane.SERVICES, "name: w\nimage: w:1\n")));
        session.apply(Change.of("Note", new Edit.Note("kernel", "words")));
        session.apply(Change.of("Move", new Edit.Move("services[0]", "onboot[0]")));
        session.goTo(0);
        assertThat(session.text().get()).isEqualTo(GOOD);
        assertThat(session.shown().get().text()).isEqualTo(GOOD);
        assertThat(session.document().get().readable()).isTrue();
    }
}
