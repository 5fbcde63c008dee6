package dev.lamina.app.studio.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.operation.RecentFiles.Recent;
import dev.lamina.app.studio.files.Offering.Choice;
import dev.lamina.app.studio.session.Live;
import dev.lamina.app.studio.testing.DirectBackground;
import dev.lamina.app.studio.testing.Sessions;
import dev.lamina.model.edit.Change;
import dev.lamina.model.edit.Edit;
import dev.lamina.model.edit.History.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WorkbenchTest {
    private static final String WEB = "kernel:\r\n  image: lamina/kernel # a\r\n";

    @TempDir
    Path home;

    private final DirectBackground background = new DirectBackground();
    private Optional<Path> saveAs = Optional.empty();
    private Path file;
    private Workbench workbench;

    @BeforeEach
    void start() throws IOException {
        file = Files.writeString(home.resolve("web.yml"), WEB);
        workbench = workbench();
    }

    private Workbench workbench() {
        return new Workbench(Sessions.desk(home, background), new FileChoice() {
            @Override
            public List<Path> open() {
                return List.of(file);
            }

            @Override
            public Optional<Path> save(String name, Optional<Path> folder) {
                return saveAs;
            }
        });
    }

    private OpenDocument open() {
        workbench.open(file);
        return workbench.current().get().orElseThrow();
    }

    private void changeOnDisk(String text) throws IOException {
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(60)));
    }

    private static void choose(OpenDocument document, String label) {
        Choice choice = document.offering().get().orElseThrow().choices().stream()
                .filter(each -> each.label().equals(label))
                .findFirst()
                .orElseThrow();
        document.choose(choice);
    }

    private static String question(OpenDocument document) {
        return document.offering().get().map(Offering::text).orElse("");
    }

    @Test
    void anUntouchedSaveIsIdenticalAndHistorySurvivesSaving() throws IOException {
        OpenDocument document = open();
        workbench.save(document);
        assertThat(Files.readString(file)).isEqualTo(WEB);
        document.session().apply(Change.of("Set image", new Edit.Set("kernel.image", "k:1")));
        assertThat(document.unsaved().get()).isTrue();
        workbench.save(document);
        assertThat(document.unsaved().get()).isFalse();
        assertThat(Files.readString(file)).isEqualTo("kernel:\r\n  image: k:1 # a\r\n");
        document.session().undo();
        assertThat(document.unsaved().get()).isTrue();
        workbench.save(document);
        assertThat(Files.readString(file)).isEqualTo(WEB);
        assertThat(document.session().history().get().steps()).map(Step::label).containsExactly("Opened", "Set image");
    }

    @Test
    void aFileIsOpenOnlyOnce() {
        OpenDocument document = open();
        workbench.create("");
        workbench.open(home.resolve("x/../web.yml"));
        assertThat(workbench.documents()).hasSize(2);
        assertThat(workbench.current().get()).contains(document);
    }

    @Test
    void whatCannotBeOpenedIsSaid() throws IOException {
        workbench.open(home.resolve("none.yml"));
        assertThat(workbench.message().get()).contains("there is no such file");
        workbench.open(Files.write(home.resolve("latin.yml"), new byte[] {(byte) 0xe4}));
        assertThat(workbench.message().get()).contains("is not a text in UTF-8");
        assertThat(workbench.documents()).isEmpty();
    }

    @Test
    void aNewDocumentIsSavedWhereTheUserSays() {
        workbench.create("init: []\n");
        workbench.create("");
        OpenDocument document = workbench.documents().getFirst();
        assertThat(workbench.documents())
                .map(each -> each.title().get())
                .containsExactly("untitled.yml", "untitled-2.yml");
        workbench.save(document);
        assertThat(document.file().get()).isEmpty();
        saveAs = Optional.of(home.resolve("mine.yml"));
        workbench.save(document);
        assertThat(home.resolve("mine.yml")).hasContent("init: []\n");
        assertThat(document.title().get()).isEqualTo("mine.yml");
        assertThat(workbench.start().recent()).containsExactly(new Recent(home.resolve("mine.yml"), false));
    }

    @Test
    void closingAsksAboutWhatIsNotSaved() {
        OpenDocument document = open();
        document.session().type(WEB + "# x\r\n");
        workbench.close(document);
        assertThat(question(document)).isEqualTo("web.yml has changes that are not saved. Save them?");
        choose(document, "Cancel");
        assertThat(workbench.documents()).containsExactly(document);
        workbench.close(document);
        choose(document, "Save");
        assertThat(workbench.documents()).isEmpty();
        assertThat(file).hasContent(WEB + "# x\r\n");
        OpenDocument again = open();
        again.session().type("");
        workbench.close(again);
        choose(again, "Don't save");
        assertThat(workbench.documents()).isEmpty();
        assertThat(file).hasContent(WEB + "# x\r\n");
    }

    @Test
    void closingAllAsksAboutEachAndStopsWhenTheUserWantsToGoOn() {
        OpenDocument first = open();
        workbench.create("x");
        OpenDocument second = workbench.current().get().orElseThrow();
        AtomicInteger closed = new AtomicInteger();
        workbench.closeAll(closed::incrementAndGet);
        assertThat(workbench.documents()).containsExactly(second).doesNotContain(first);
        choose(second, "Cancel");
        workbench.closeAll(closed::incrementAndGet);
        assertThat(closed).hasValue(0);
        choose(second, "Don't save");
        assertThat(closed).hasValue(1);
    }

    @Test
    void aChangeOnDiskIsNoticedAndTakenWhenTheUserWants() throws IOException {
        OpenDocument document = open();
        document.session().type(WEB + "# mine\r\n");
        changeOnDisk(WEB + "# theirs\r\n");
        background.runLater();
        assertThat(question(document)).isEqualTo("web.yml was changed on disk by another program.");
        assertThat(document.offering().get().orElseThrow().details().orElseThrow())
                .contains("-# mine")
                .contains("+# theirs");
        choose(document, "Reload");
        assertThat(document.session().text().get()).isEqualTo(WEB + "# theirs\r\n");
        assertThat(document.unsaved().get()).isFalse();
        document.session().undo();
        assertThat(document.session().text().get()).isEqualTo(WEB + "# mine\r\n");
        background.runLater();
        assertThat(document.offering().get()).isEmpty();
    }

    @Test
    void aChangeOnDiskIsNotOverwrittenSilently() throws IOException {
        OpenDocument document = open();
        document.session().type(WEB + "# mine\r\n");
        changeOnDisk(WEB + "# theirs\r\n");
        background.runLater();
        workbench.save(document);
        assertThat(question(document)).startsWith("web.yml was changed on disk by another program. What");
        assertThat(file).hasContent(WEB + "# theirs\r\n");
        choose(document, "Cancel");
        background.runLater();
        assertThat(document.offering().get()).isEmpty();
        workbench.save(document);
        choose(document, "Replace it");
        assertThat(file).hasContent(WEB + "# mine\r\n");
        changeOnDisk("init: []\n");
        background.runLater();
        choose(document, "Keep mine");
        assertThat(document.unsaved().get()).isTrue();
        workbench.save(document);
        assertThat(file).hasContent(WEB + "# mine\r\n");
    }

    @Test
    void theSameTextOnDiskIsNoChange() throws IOException {
        OpenDocument document = open();
        changeOnDisk(WEB);
        background.runLater();
        assertThat(document.offering().get()).isEmpty();
        document.session().type("init: []\n");
        changeOnDisk("init: []\n");
        background.runLater();
        assertThat(document.offering().get()).isEmpty();
        assertThat(document.unsaved().get()).isFalse();
    }

    @Test
    void aFileThatIsGoneIsNoticed() throws IOException {
        OpenDocument document = open();
        Files.delete(file);
        background.runLater();
        assertThat(question(document)).isEqualTo(file + " is no longer there. Save to write it again.");
        assertThat(document.unsaved().get()).isTrue();
        workbench.save(document);
        assertThat(file).hasContent(WEB);
        assertThat(document.offering().get()).isEmpty();
    }

    @Test
    void draftsAreRecoveredWithTheirHistory() {
        OpenDocument document = open();
        document.session().apply(Change.of("Set image", new Edit.Set("kernel.image", "k:1")));
        background.runLater();
        document.session().type("kernel: {\n");
        background.runLater();
        workbench.dispose(); // as if the process had ended

        workbench = workbench();
        workbench.recover();
        OpenDocument recovered = workbench.current().get().orElseThrow();
        assertThat(question(recovered))
                .startsWith("Recovered: web.yml, as it was before Lamina ended. It is not saved");
        assertThat(recovered.session().text().get()).isEqualTo("kernel: {\n");
        assertThat(recovered.unsaved().get()).isTrue();
        recovered.session().undo();
        assertThat(recovered.session().text().get()).isEqualTo("kernel:\r\n  image: k:1 # a\r\n");
        workbench.save(recovered);
        background.runLater();
        workbench.dispose();
        workbench = workbench();
        workbench.recover();
        assertThat(workbench.documents()).isEmpty();
    }

    @Test
    void theFileOfADraftIsOpenOnlyOnce() {
        open().session().type("other");
        background.runLater();
        workbench.dispose();
        workbench = workbench();
        open();
        workbench.recover();
        assertThat(workbench.documents())
                .map(each -> each.session().text().get())
                .containsExactly("other");
        workbench.open(file);
        assertThat(workbench.documents()).hasSize(1);
    }

    @Test
    void aDraftThatIsNotWantedIsGone() throws IOException {
        workbench.create("draft");
        open().session().type("other");
        background.runLater();
        workbench.dispose();
        changeOnDisk("init: []\n");
        workbench = workbench();
        workbench.recover();
        assertThat(workbench.documents()).hasSize(2);
        for (OpenDocument document : List.copyOf(workbench.documents())) {
            choose(document, "Discard");
        }
        assertThat(workbench.documents())
                .map(each -> each.session().text().get())
                .containsExactly("init: []\n");
        workbench.dispose();
        workbench = workbench();
        workbench.recover();
        assertThat(workbench.documents()).isEmpty();
    }

    @Test
    void noDraftIsKeptOfWhatIsSavedOrClosed() {
        OpenDocument document = open();
        document.session().type("x");
        background.runLater();
        document.session().undo();
        background.runLater();
        workbench.create("y");
        background.runLater();
        OpenDocument second = workbench.current().get().orElseThrow();
        workbench.close(second);
        choose(second, "Don't save");
        workbench.dispose();
        workbench = workbench();
        workbench.recover();
        assertThat(workbench.documents()).isEmpty();
    }

    @Test
    void recentFilesAreListedAndMissingOnesMarked() throws IOException {
        open();
        workbench.open(Files.writeString(home.resolve("other.yml"), ""));
        Files.delete(file);
        workbench.start().refresh();
        Recent other = new Recent(home.resolve("other.yml"), false);
        assertThat(workbench.start().recent()).containsExactly(other, new Recent(file, true));
        workbench.start().forget(new Recent(file, true));
        assertThat(workbench.start().recent()).containsExactly(other);
        assertThat(workbench().start().recent()).isEmpty();
        workbench.closeAll(() -> {});
        workbench.start().open(other);
        assertThat(workbench.documents()).map(each -> each.title().get()).containsExactly("other.yml");
    }

    @Test
    void templatesAreFoundByTheirPartsAlsoWhenThoseAreKnownLater() {
        StartViewModel start = workbench.start();
        start.query().set("getty");
        assertThat(start.found().get()).isEmpty();
        start.refresh();
        background.runLater();
        assertThat(start.found().get()).extracting(template -> template.name()).contains("minimal");
    }

    @Test
    void aTemplateBecomesANewDocument() {
        workbench.start().create(workbench.start().templates().getFirst());
        OpenDocument made = workbench.current().get().orElseThrow();
        assertThat(made.title().get()).isEqualTo("minimal.yml");
        assertThat(made.unsaved().get()).isTrue();
        assertThat(made.session().composition().kernel().image()).isPresent();
    }

    @Test
    void actionsSayWhyTheyCannotBeDone() {
        FileActions actions = new FileActions(workbench, new NoFileChoice());
        assertThat(blocked(actions, "file.save")).isEqualTo("No document is open");
        OpenDocument document = open();
        assertThat(blocked(actions, "file.save")).isEqualTo("Nothing has changed since it was saved");
        document.session().type("x");
        assertThat(blocked(actions, "file.save")).isEmpty();
        workbench.create("");
        assertThat(blocked(actions, "file.reload")).isEqualTo("It has not been saved in a file yet");
    }

    private static String blocked(FileActions actions, String id) {
        return actions.all().stream()
                .filter(action -> action.id().equals(id))
                .findFirst()
                .orElseThrow()
                .blocked()
                .getValue();
    }

    @Test
    void aDocumentWhoseMachineRunsAsksBeforeItEndsIt() {
        OpenDocument document = open();
        document.session().live().begin(Live.Phase.BUILDING);
        List<String> done = new ArrayList<>();
        workbench.endBeforeClosing((running, then) -> {
            done.add("ended " + running.title().get());
            running.session().live().ended(Live.Phase.OFF, "");
            then.run();
        });

        workbench.closeAll(() -> done.add("closed"));
        assertThat(question(document)).isEqualTo("web.yml is running. Closing it ends its machine.");
        choose(document, "Cancel");
        assertThat(workbench.documents()).containsExactly(document);

        workbench.closeAll(() -> done.add("closed"));
        choose(document, "Stop it");

        assertThat(done).containsExactly("ended web.yml", "closed");
    }
}
