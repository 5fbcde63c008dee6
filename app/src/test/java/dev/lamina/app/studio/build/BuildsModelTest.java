package dev.lamina.app.studio.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.operation.BuildNote;
import dev.lamina.app.operation.BuildNote.Outcome;
import dev.lamina.app.studio.build.Systems.Setting;
import dev.lamina.app.studio.testing.DirectBackground;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // made before each test
final class BuildsModelTest {
    @TempDir
    Path home = Path.of("");

    private Setting setting;
    private BuildViewModel building;
    private BuildsModel model;

    @BeforeEach
    void open() {
        setting = Setting.of(home, new DirectBackground(), Systems.MOTD);
        building = setting.model();
        model = new BuildsModel(setting.desk(), building::subject);
    }

    private void build(String text) {
        setting.session().type(text);
        building.build();
        model.refresh();
    }

    private static String file(String path, String contents) {
        return "  - path: " + path + "\n    contents: " + contents + "\n";
    }

    @Test
    void beforeTheFirstBuildThereIsNothing() {
        model.refresh();
        assertThat(model.rows()).isEmpty();
        assertThat(model.sizes().sizes().get()).isEmpty();
        assertThat(model.comparison().get()).isEmpty();
    }

    @Test
    void theFirstBuildHasSizesAndNothingToCompareWith() {
        build(Systems.MOTD);
        assertThat(model.rows()).extracting(BuildRow::growth).containsExactly(OptionalLong.empty());
        assertThat(model.sizes().sizes().get()).isPresent();
        assertThat(model.comparison().get()).isEmpty();
    }

    @Test
    void theNewestIsComparedWithTheOneBeforeAlsoWhenOneFailedBetweenThem() {
        build(Systems.MOTD);
        build("files:\n  - path: gone\n    source: not/there\n");
        build(Systems.MOTD + file("etc/issue", "hello"));
        assertThat(model.rows())
                .extracting(row -> row.note().outcome())
                .containsExactly(Outcome.DONE, Outcome.FAILED, Outcome.DONE);
        assertThat(model.comparison().get().orElseThrow().before())
                .isEqualTo(model.rows().getLast().note());
        assertThat(model.changes())
                .contains(new ChangeRow(ChangeRow.Kind.ADDED, "etc/issue", "mode 0600", OptionalLong.of(5)));
    }

    @Test
    void twoBuildsAreComparedInTheOrderOfTheirTimes() {
        build(Systems.MOTD);
        build(Systems.MOTD + file("etc/issue", "hello"));
        List<BuildNote> notes = model.rows().stream().map(BuildRow::note).toList();
        model.compare(notes.getFirst(), notes.getLast());
        assertThat(model.comparison().get().orElseThrow().before()).isEqualTo(notes.getLast());
    }

    @Test
    void barsAreMeasuredByTheLongestAndTheLargest() {
        build(Systems.MOTD);
        build(Systems.MOTD + file("etc/issue", "x".repeat(40_000)));
        assertThat(model.rows().getFirst().sizeShare()).isEqualTo(1);
        assertThat(model.rows().getLast().sizeShare()).isLessThan(1);
        assertThat(model.rows()).anySatisfy(row -> assertThat(row.timeShare()).isEqualTo(1));
    }

    @Test
    void aBuildOfTheSameChangesNothing() {
        build(Systems.MOTD);
        build(Systems.MOTD);
        assertThat(model.rows()).hasSize(2);
        assertThat(model.rows().getFirst().growth()).hasValue(0);
        assertThat(model.changes()).isEmpty();
    }
}
