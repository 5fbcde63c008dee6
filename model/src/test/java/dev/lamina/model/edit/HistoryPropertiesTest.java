package dev.lamina.model.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.conformance.Conformance;
import dev.lamina.model.edit.Edit.InsertText;
import dev.lamina.model.edit.Edit.Note;
import dev.lamina.model.problem.InvalidCompositionException;
import dev.lamina.model.yaml.SourceText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// What a session does with compositions of LinuxKit's: gestures and typing, undo and redo, notes, text put in.
final class HistoryPropertiesTest {
    private static final int SESSIONS = 6;
    private static final int NOTES = 6;

    private static Stream<SourceText> documents() {
        return Conformance.cases().stream()
                .flatMap(each -> each.documents().stream())
                .filter(document -> !document.text().contains("@pkg:"))
                .distinct();
    }

    @TestFactory
    Stream<DynamicTest> undoAndRedoGiveTheExactTexts() {
        return documents()
                .map(document -> DynamicTest.dynamicTest(document.name(), () -> {
                    for (int seed = 0; seed < SESSIONS; seed++) {
                        Random random = new Random(seed * 41L + document.name().hashCode());
                        travels(EditPropertiesTest.varied(document.text(), random), random);
                    }
                }));
    }

    private static void travels(String opened, Random random) {
        History history = History.begin("Opened", opened, Instant.EPOCH);
        List<String> texts = new ArrayList<>(List.of(opened));
        for (int step = 0; step < 5; step++) {
            String text = next(history.text(), random);
            if (!text.equals(history.text())) {
                history = history.done("step " + step, text, Instant.EPOCH);
                texts.add(text);
            }
        }
        for (int i = texts.size() - 1; i >= 0; i--, history = history.undo()) {
            assertThat(history.text()).isEqualTo(texts.get(i));
        }
        for (String text : texts) {
            assertThat(history.text()).isEqualTo(text);
            history = history.redo();
        }
        int any = random.nextInt(texts.size());
        assertThat(history.goTo(any).text()).isEqualTo(texts.get(any));
    }

    private static String next(String text, Random random) {
        if (random.nextInt(3) == 0) {
            int at = random.nextInt(text.length() + 1);
            return text.substring(0, at) + "\uD83D\uDE00 x" + text.substring(at);
        }
        try {
            List<Edit> edits = new RandomEdits(random.nextLong()).next(new PlainTree(text));
            return DocumentEditor.apply(List.of(new SourceText("x.yml", text)), edits)
                    .getFirst()
                    .text();
        } catch (RuntimeException e) {
            return text; // what was typed is no YAML, or cannot be changed so
        }
    }

    @TestFactory
    Stream<DynamicTest> notesAreReadAsTheyWereWrittenAndNothingElseChanges() {
        return documents()
                .map(document -> DynamicTest.dynamicTest(document.name(), () -> {
                    for (int seed = 0; seed < NOTES; seed++) {
                        Random random = new Random(seed * 43L + document.name().hashCode());
                        note(EditPropertiesTest.varied(document.text(), random), random);
                    }
                }));
    }

    private static void note(String text, Random random) {
        Document document = Document.of(new SourceText("x.yml", text));
        String path = path(document, random);
        String words = List.of("one", "two\nlines", "a\n\n  b: c # d", "# note: x\n#", "")
                .get(random.nextInt(5));
        Document noted;
        try {
            noted = document.apply(Change.of("note", new Note(path, words)));
        } catch (InvalidCompositionException e) {
            assertThat(e.getMessage()).containsAnyOf("brackets", "there is no");
            return;
        }
        Map<String, String> expected = new LinkedHashMap<>(Notes.of(document));
        expected.put(path, words);
        expected.values().removeIf(String::isEmpty);
        assertThat(Notes.of(noted)).as(noted.text()).isEqualTo(expected);
        assertThat(noted.composition()).isEqualTo(document.composition());
        assertThat(lines(noted.text())).isEqualTo(lines(text));
        Document without = noted.apply(Change.of("no note", new Note(path, "")));
        assertThat(without.text())
                .isEqualTo(
                        document.apply(Change.of("no note", new Note(path, ""))).text());
    }

    /// But for notes.
    private static List<String> lines(String text) {
        return text.lines().filter(line -> !line.matches(" *#( note:|  ).*")).toList();
    }

    private static String path(Document document, Random random) {
        var composition = document.composition();
        List<String> paths = new ArrayList<>(List.of("kernel"));
        for (int i = 0; i < composition.services().size(); i++) {
            paths.add("services[" + i + "]");
        }
        for (int i = 0; i < composition.onboot().size(); i++) {
            paths.add("onboot[" + i + "]");
        }
        for (int i = 0; i < composition.files().size(); i++) {
            paths.add("files[" + i + "]");
        }
        if (!document.text().contains("kernel:")) {
            paths.removeFirst();
        }
        return paths.isEmpty() ? "services[0]" : paths.get(random.nextInt(paths.size()));
    }

    @TestFactory
    Stream<DynamicTest> textThatIsPutInAddsItsLinesOnly() {
        String yaml = "# note: new\nname: new # n\nimage: a/b:1\nbinds:\n  - /x:/x # x\ncommand: [a, b]\n";
        return documents()
                .map(document -> DynamicTest.dynamicTest(document.name(), () -> {
                    for (int seed = 0; seed < 4; seed++) {
                        Random random = new Random(seed * 47L + document.name().hashCode());
                        putIn(EditPropertiesTest.varied(document.text(), random), yaml, random);
                    }
                }));
    }

    private static void putIn(String text, String yaml, Random random) {
        Document document = Document.of(new SourceText("x.yml", text));
        String lane = random.nextBoolean() ? "services" : "onboot";
        int size = lane.equals("services")
                ? document.composition().services().size()
                : document.composition().onboot().size();
        int index = random.nextInt(size + 1);
        Document after = document.apply(Change.of("add", new InsertText(lane + "[" + index + "]", yaml)));
        List<String> diff = Diff.of("", text, after.text()).lines().skip(2).toList();
        assertThat(diff.stream().filter(line -> line.startsWith("-")))
                .as(after.text())
                .allMatch(line -> line.matches("-" + lane + ":( *\\[])?"));
        assertThat(diff.stream()
                        .filter(line -> line.startsWith("+"))
                        .map(line -> line.substring(1).strip()))
                .as(after.text())
                .filteredOn(line -> !line.isEmpty() && !line.equals(lane + ":"))
                .containsExactly(
                        "# note: new", "- name: new # n", "image: a/b:1", "binds:", "- /x:/x # x", "command: [a, b]");
        PlainTree tree = new PlainTree(text);
        if (size > 0) {
            tree.apply(new InsertText(lane + "[" + index + "]", yaml));
            assertThat(PlainTree.read(after.text())).isEqualTo(tree.value());
        }
    }
}
