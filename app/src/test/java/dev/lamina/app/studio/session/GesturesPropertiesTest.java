package dev.lamina.app.studio.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.session.Gestures.Made;
import dev.lamina.model.Composition;
import dev.lamina.model.edit.Document;
import dev.lamina.model.edit.History;
import dev.lamina.model.problem.InvalidCompositionException;
import dev.lamina.model.yaml.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// Random gestures on random and real documents.
final class GesturesPropertiesTest {
    private static final int DOCUMENTS = 750;

    /// Gestures on each document, one after the other.
    private static final int CHAIN = 4;

    private static Document document(String text) {
        return Document.of(new SourceText("test.yml", text));
    }

    @Test
    void afterAnyGestureTheDocumentReadsAndNothingElseIsChanged() {
        int refused = 0;
        for (int seed = 0; seed < DOCUMENTS; seed++) {
            Random random = new Random(seed);
            Document document = document(new RandomDocument(random).text());
            History history = History.begin("begin", document.text(), Instant.EPOCH);
            List<String> texts = new ArrayList<>(List.of(document.text()));
            assertThat(document.readable()).as(document.text()).isTrue();
            for (int i = 0; i < CHAIN; i++) {
                RandomGesture gesture = RandomGesture.of(document, random);
                try {
                    document = checked(document, gesture, "seed " + seed);
                    history = history.done(gesture.toString(), document.text(), Instant.EPOCH);
                    texts.add(document.text());
                } catch (InvalidCompositionException e) {
                    refused++;
                }
            }
            for (int step = history.at(); step > 0; step--) {
                history = history.undo();
                assertThat(history.text()).isEqualTo(texts.get(step - 1));
            }
        }
        assertThat(refused).as("refused of " + DOCUMENTS * CHAIN).isLessThan(DOCUMENTS * CHAIN / 20);
    }

    private static Document checked(Document document, RandomGesture gesture, String words) {
        String described = words + ", " + gesture + "\n" + document.text();
        Made made = gesture.made(document);
        Document after;
        try {
            after = document.apply(made.change());
        } catch (InvalidCompositionException e) {
            if (gesture.mayBeRefused(document)) {
                throw e;
            }
            throw new AssertionError(described, e);
        }
        assertThat(after.readable()).as(described).isTrue();
        gesture.check(document.composition(), made, after.composition(), described + "\n---\n" + after.text());
        return after;
    }

    @Test
    void whatIsCopiedAndPastedIntoAnEmptyDocumentIsTheSame() {
        for (int seed = 0; seed < DOCUMENTS; seed++) {
            Random random = new Random(seed);
            Document document = document(new RandomDocument(random).text());
            pasteAll(document);
            pasteSome(document, random);
        }
    }

    @Test
    void conformanceCompositionsAreTheSameAfterCopyAndPaste() throws IOException {
        Path folder = conformance();
        try (Stream<Path> files = Files.walk(folder.resolve("cases"))) {
            List<Path> all = files.filter(file -> file.toString().matches(".*\\.ya?ml"))
                    .sorted()
                    .toList();
            assertThat(all).hasSizeGreaterThan(100);
            all.forEach(file -> pasteAll(document(text(file))));
        }
    }

    private static Path conformance() {
        Path folder = Optional.ofNullable(System.getenv("LAMINA_CONFORMANCE"))
                .map(Path::of)
                .orElseGet(() -> Path.of("")
                        .toAbsolutePath()
                        .resolve("../../shared/conformance")
                        .normalize());
        if (!Files.isDirectory(folder)) {
            assertThat(System.getenv("CI"))
                    .as("no conformance suite at " + folder)
                    .isNotEqualTo("true");
            Assumptions.abort("the conformance suite is not at " + folder);
        }
        return folder;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (MalformedInputException e) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pasteAll(Document document) {
        Composition composition = document.composition();
        List<Place> all = Place.all(composition);
        if (all.isEmpty() || !document.readable()) {
            return;
        }
        Composition pasted = pasted(document, all);
        // A kernel without an image is no component.
        assertThat(composition.kernel().image().isPresent() ? pasted : withKernelOf(composition, pasted))
                .as(document.text())
                .isEqualTo(composition);
    }

    private static Composition withKernelOf(Composition composition, Composition pasted) {
        return new Composition(
                composition.kernel(),
                pasted.init(),
                pasted.onboot(),
                pasted.onshutdown(),
                pasted.services(),
                pasted.files(),
                pasted.volumes());
    }

    private static void pasteSome(Document document, Random random) {
        List<Place> some = new ArrayList<>(Place.all(document.composition()));
        some.removeIf(place -> random.nextBoolean());
        if (some.isEmpty()) {
            return;
        }
        Composition pasted = pasted(document, some);
        assertThat(Place.all(pasted).stream().map(place -> place.in(pasted)))
                .as(document.text())
                .containsExactlyElementsOf(some.stream()
                        .map(place -> place.in(document.composition()))
                        .toList());
    }

    private static Composition pasted(Document document, List<Place> places) {
        String copied = Gestures.copy(document, places);
        try {
            return document("")
                    .apply(Gestures.paste(document(""), copied, Optional.empty())
                            .change())
                    .composition();
        } catch (InvalidCompositionException e) {
            throw new AssertionError(document.text() + "\n--- copied\n" + copied, e);
        }
    }
}
