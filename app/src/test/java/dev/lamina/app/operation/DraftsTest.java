package dev.lamina.app.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.operation.Drafts.Kept;
import dev.lamina.model.edit.History;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DraftsTest {
    @TempDir
    Path folder;

    private static Draft draft(String text) {
        History history = History.begin("Opened", "kernel:\n", Instant.ofEpochMilli(5))
                .done("Add web", "kernel:\n  a: b\n", Instant.ofEpochMilli(6))
                .typed("Typing", text, Instant.ofEpochMilli(7))
                .undo()
                .redo();
        return new Draft("web.yml", Optional.of(Path.of("/x/web.yml")), TextFiles.digest("kernel:\n"), history);
    }

    @Test
    void aDraftComesBackWithItsHistoryWhateverIsInIt() {
        Draft odd = draft("a\u0000\uD800\r\n\uFEFF☃");
        assertThat(Draft.decode(odd.encode())).contains(odd);
        assertThat(odd.history().undo().text()).isEqualTo("kernel:\n  a: b\n");
    }

    @Test
    void aPieceOfADraftIsNone() {
        byte[] whole = draft("x: y\n").encode();
        for (int length = 0; length < whole.length; length += 3) {
            assertThat(Draft.decode(Arrays.copyOf(whole, length))).isEmpty();
        }
        Random random = new Random(1);
        for (int i = 0; i < 500; i++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            Draft.decode(damaged); // whatever it is, it ends
        }
    }

    @Test
    void aLivingWindowKeepsItsDrafts() {
        try (Drafts first = Drafts.in(folder);
                Drafts second = Drafts.in(folder)) {
            first.keep("one", draft("x"));
            assertThat(second.takeOver()).isEmpty();
            assertThat(first.takeOver()).isEmpty();
        }
    }

    @Test
    void aWindowThatIsGoneLeavesThemToOneOther() throws IOException {
        Drafts gone = Drafts.in(folder);
        gone.keep("one", draft("x"));
        gone.keep("two", draft("y"));
        gone.keep("one", draft("z"));
        gone.forget("three");
        gone.close();
        try (Drafts first = Drafts.in(folder);
                Drafts second = Drafts.in(folder)) {
            List<Kept> taken = first.takeOver();
            assertThat(taken).map(kept -> kept.draft().text()).containsExactlyInAnyOrder("z", "y");
            assertThat(second.takeOver()).isEmpty();
            taken.forEach(kept -> first.forget(kept.id()));
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void whatIsNoDraftIsLeftOut() throws IOException {
        Path gone = Files.createDirectories(folder.resolve("gone"));
        Files.writeString(gone.resolve("lock"), "");
        Files.writeString(gone.resolve("x.draft"), "something else");
        try (Drafts drafts = Drafts.in(folder)) {
            assertThat(drafts.takeOver()).isEmpty();
        }
    }
}
