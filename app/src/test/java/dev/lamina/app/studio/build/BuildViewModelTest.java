package dev.lamina.app.studio.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.operation.BuildNote;
import dev.lamina.app.operation.BuildNote.Outcome;
import dev.lamina.app.studio.build.StepRow.Kind;
import dev.lamina.app.studio.build.StepRow.State;
import dev.lamina.app.studio.build.Systems.Setting;
import dev.lamina.app.studio.testing.DirectBackground;
import dev.lamina.assembler.segment.CompressionLevel;
import dev.lamina.model.value.Arch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // made before each test
final class BuildViewModelTest {
    @TempDir
    Path home = Path.of("");

    private final DirectBackground background = new DirectBackground();
    private Setting setting;
    private BuildViewModel model;

    @BeforeEach
    void open() {
        setting = Setting.of(home, background, Systems.MOTD);
        model = setting.model();
    }

    private Path tar() {
        return home.resolve("docs/build/web.tar");
    }

    @Test
    void theUsualChoicesFitTheDocument() {
        assertThat(new BuildViewModel(setting.session(), setting.desk(), placeOf("shop.yml"))
                        .choices()
                        .choices()
                        .get())
                .isEqualTo(new BuildChoices(
                        List.of("kernel+initrd"),
                        Arch.AMD64,
                        "shop",
                        home.resolve("docs/build"),
                        CompressionLevel.DEFAULT));
    }

    private DocumentPlace placeOf(String name) {
        return new DocumentPlace(
                new javafx.beans.property.SimpleObjectProperty<>(
                        Optional.of(home.resolve("docs").resolve(name))),
                new javafx.beans.property.SimpleObjectProperty<>(name));
    }

    @Test
    void whileSomebodyLooksTheStepsArePlannedAfterAPause() {
        assertThat(model.steps()).isEmpty();
        model.seen().set(true);
        assertThat(model.steps()).isEmpty();
        background.runLater();
        assertThat(model.steps())
                .containsExactly(new StepRow(Kind.FORMAT, "tar", "web.tar", State.MAKE, 0, -1, Optional.empty()));
    }

    @Test
    void nobodyPlansWhatNobodySees() {
        setting.session().type(Systems.MOTD + "# more\n");
        background.runLater();
        assertThat(model.steps()).isEmpty();
    }

    @Test
    void theTextIsBuiltAsItIsAlsoWhenItWasNeverSaved() throws IOException {
        setting.session().type(Systems.MOTD.replace("welcome", "hello from the window"));
        model.build();
        assertThat(model.phase().get()).isEqualTo(Phase.DONE);
        assertThat(Files.readString(tar(), java.nio.charset.StandardCharsets.ISO_8859_1))
                .contains("hello from the window");
        assertThat(model.files().get()).extracting(file -> file.path()).containsExactly(tar());
        assertThat(setting.file().get().orElseThrow()).doesNotExist();
        assertThat(model.steps()).extracting(StepRow::state).containsExactly(State.DONE);
        assertThat(model.steps().getFirst().took()).isPresent();
    }

    @Test
    void aBuildIsRememberedInTheHistoryOfItsDocument() {
        model.build();
        List<BuildNote> notes = setting.desk().operations().buildHistory().of(model.subject());
        assertThat(notes).extracting(BuildNote::outcome).containsExactly(Outcome.DONE);
    }

    @Test
    void anotherTextMakesTheBuildStale() {
        model.build();
        assertThat(model.stale().get()).isFalse();
        setting.session().type(Systems.MOTD + "# more\n");
        assertThat(model.stale().get()).isTrue();
        setting.session().type(Systems.MOTD);
        assertThat(model.stale().get()).isFalse();
    }

    @Test
    void otherChoicesMakeTheBuildStale() {
        model.build();
        model.choices().choose(now -> now.withArch(Arch.ARM64));
        assertThat(model.stale().get()).isTrue();
    }

    @Test
    void aFailedBuildPointsAtTheLine() {
        setting.session().type(Systems.MOTD + "services:\n  - name: web\n");
        model.build();
        assertThat(model.phase().get()).isEqualTo(Phase.FAILED);
        assertThat(tar()).doesNotExist();
        model.reveal();
        assertThat(setting.session()
                        .selection()
                        .revealedSpan()
                        .get()
                        .orElseThrow()
                        .line())
                .isEqualTo(5);
        assertThat(Headline.of(model).title()).isEqualTo("The build failed");
    }

    @Test
    void whatCannotBePlannedSaysWhyBeforeItIsBuilt() {
        model.seen().set(true);
        setting.session().type("services: 7\n");
        background.runLater();
        assertThat(model.phase().get()).isEqualTo(Phase.IDLE);
        assertThat(model.trouble().get()).isPresent();
        setting.session().type(Systems.MOTD);
        background.runLater();
        assertThat(model.trouble().get()).isEmpty();
    }

    @Test
    void choicesAreRememberedForTheDocumentAndNotInIt() {
        model.choices().choose(now -> now.withArch(Arch.RISCV64).withCompression(CompressionLevel.SMALL));
        BuildViewModel again = new BuildViewModel(setting.session(), setting.desk(), setting.place());
        assertThat(again.choices().choices().get())
                .isEqualTo(model.choices().choices().get());
        assertThat(setting.session().text().get()).isEqualTo(Systems.MOTD);
        assertThat(new BuildViewModel(setting.session(), setting.desk(), placeOf("other.yml"))
                        .choices()
                        .choices()
                        .get()
                        .arch())
                .isEqualTo(Arch.AMD64);
    }

    @Test
    void theNameOfANewDocumentFollowsItsFirstFile() {
        setting.file().set(Optional.empty());
        BuildViewModel fresh = new BuildViewModel(setting.session(), setting.desk(), setting.place());
        assertThat(fresh.choices().choices().get().folder()).isEqualTo(home.resolve("built"));
        fresh.choices().choose(now -> now.withArch(Arch.ARM64));
        setting.file().set(Optional.of(home.resolve("place/new.yml")));
        assertThat(fresh.choices().choices().get().folder()).isEqualTo(home.resolve("place/build"));
        assertThat(fresh.choices().choices().get().arch()).isEqualTo(Arch.ARM64);
    }

    @Test
    void aNameThatNoFileCanHaveIsRefusedWithItsReason() {
        model.choices().name("../x");
        assertThat(model.choices().problem().get()).startsWith("Begin with a letter");
        model.build();
        assertThat(model.phase().get()).isEqualTo(Phase.IDLE);
        model.choices().name("shop");
        assertThat(model.choices().problem().get()).isEmpty();
        model.build();
        assertThat(model.files().get().getFirst().path()).isEqualTo(home.resolve("docs/build/shop.tar"));
    }

    @Test
    void theLastFormatStays() {
        model.choices().choose(now -> now.withFormat("tar", false));
        assertThat(model.choices().choices().get().formats()).containsExactly("tar");
    }

    @Test
    void whatIsRememberedAndDamagedCountsAsNotRemembered() throws IOException {
        Files.writeString(home.resolve("build-choices"), "\0\t\t\nrubbish\n");
        assertThat(new BuildViewModel(setting.session(), setting.desk(), setting.place())
                        .choices()
                        .choices()
                        .get()
                        .formats())
                .containsExactly("kernel+initrd");
    }
}
