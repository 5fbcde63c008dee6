package dev.lamina.app.studio.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.inspector.Effective.Source;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.session.Lane;
import dev.lamina.app.studio.session.Place;
import dev.lamina.app.studio.testing.Sessions;
import dev.lamina.model.check.Finding;
import dev.lamina.model.edit.History.Step;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InspectorViewModelTest {
    private static final String WEB = """
        kernel:
          image: lamina/kernel
          cmdline: console=ttyS0
        init: [lamina/init, lamina/runtime]
        services:
          - name: web # main
            image: lamina/httpd
            readonly: true
            resources:
              memory:
                limit: 1000000
          - name: other
            image: lamina/httpd
            capabilities: [all]
        files:
          - path: etc/motd
            contents: hello
            mode: "0644"
        """;
    private static final Place WEB_PLACE = new Place(Lane.SERVICES, 0);
    private static final Place OTHER = new Place(Lane.SERVICES, 1);
    private static final Place MOTD = new Place(Lane.FILES, 0);

    @TempDir
    Path home;

    private DocumentSession session;
    private InspectorViewModel inspector;

    @BeforeEach
    void open() {
        Desk desk = Sessions.desk(home);
        session = Sessions.session(desk, WEB);
        inspector = new InspectorViewModel(session, desk);
    }

    private FieldModel field(Place place, String path) {
        session.selection().only(place);
        return inspector.form().get().orElseThrow().field(path).orElseThrow();
    }

    @Test
    void aFieldShowsWhatTheDocumentGives() {
        assertThat(field(WEB_PLACE, "readonly").given().get()).contains(true);
        assertThat(field(WEB_PLACE, "resources.memory.limit").given().get()).contains(1_000_000L);
        assertThat(field(OTHER, "capabilities").given().get()).contains(List.of("all"));
        assertThat(field(Place.KERNEL, "cmdline").given().get()).contains("console=ttyS0");
        assertThat(field(new Place(Lane.INIT, 1), "").given().get()).contains("lamina/runtime");
        assertThat(field(MOTD, "mode").given().get()).contains("0644");
    }

    @Test
    void aFieldSaysWhereItsValueComesFrom() {
        assertThat(field(WEB_PLACE, "readonly").effective().get()).isEqualTo(Effective.of("true", Source.HERE));
        assertThat(field(WEB_PLACE, "noNewPrivileges").effective().get()).isEqualTo(Effective.of("true", Source.LABEL));
        assertThat(field(WEB_PLACE, "userns").effective().get()).isEqualTo(Effective.of("root", Source.DEFAULT));
    }

    @Test
    void settingAValueIsOneStepAndKeepsTheRest() {
        field(WEB_PLACE, "noNewPrivileges").set(true);
        assertThat(session.text().get())
                .isEqualTo(WEB.replace("limit: 1000000\n", "limit: 1000000\n    noNewPrivileges: true\n"));
        assertThat(session.history().get().steps())
                .map(Step::label)
                .containsExactly("Opened", "Set noNewPrivileges of web");
    }

    @Test
    void resettingTakesTheKeyOutWithTheMappingsThatItLeavesEmpty() {
        field(WEB_PLACE, "resources.memory.limit").reset();
        assertThat(session.text().get())
                .isEqualTo(WEB.replace("    resources:\n      memory:\n        limit: 1000000\n", ""));
        assertThat(session.history().get().steps()).map(Step::label).contains("Reset resources.memory.limit of web");
    }

    @Test
    void aValueThatTheReaderRefusesIsNotWritten() {
        FieldModel mode = field(MOTD, "mode");
        mode.set("0999");
        assertThat(session.text().get()).isEqualTo(WEB);
        assertThat(mode.problem().get()).contains("0999");
        mode.set("0600");
        assertThat(mode.problem().get()).isEmpty();
        assertThat(session.text().get()).isEqualTo(WEB.replace("0644", "0600"));
    }

    @Test
    void aNumberThatIsNoneIsNotWritten() {
        FieldModel limit = field(WEB_PLACE, "resources.memory.limit");
        limit.set("much");
        assertThat(limit.problem().get()).isNotEmpty();
        assertThat(session.text().get()).isEqualTo(WEB);
    }

    @Test
    void aFileIsMadeOfOneThing() {
        field(MOTD, "source").set("motd.txt");
        assertThat(session.text().get()).contains("source: motd.txt").doesNotContain("contents");
        assertThat(session.composition().files().getFirst().sourcePath()).contains("motd.txt");
    }

    @Test
    void whatAComponentCannotBeWithoutIsNotReset() {
        FieldModel image = field(WEB_PLACE, "image");
        assertThat(image.whyNotReset()).isPresent();
        image.reset();
        assertThat(session.text().get()).isEqualTo(WEB);
    }

    @Test
    void theSameFormShowsOneComponentAfterTheOther() {
        FieldModel readonly = field(WEB_PLACE, "readonly");
        assertThat(field(OTHER, "readonly")).isSameAs(readonly);
        assertThat(readonly.given().get()).isEmpty();
        readonly.set(true);
        assertThat(session.composition().services().get(1).spec().readonly()).contains(true);
    }

    @Test
    void whatIsTypedIsGivenToItsComponentBeforeAnotherIsShown() {
        FieldModel hostname = field(WEB_PLACE, "cwd");
        hostname.onOther(() -> hostname.set("/srv"), () -> {});
        session.selection().only(OTHER);
        assertThat(session.composition().services().getFirst().spec().cwd()).contains("/srv");
        assertThat(session.composition().services().get(1).spec().cwd()).isEmpty();
    }

    @Test
    void theTextAndTheFormFollowOneAnother() {
        FieldModel readonly = field(WEB_PLACE, "readonly");
        session.type(WEB.replace("readonly: true", "readonly: false"));
        assertThat(readonly.given().get()).contains(false);
        session.undo();
        assertThat(readonly.given().get()).contains(true);
    }

    @Test
    void findingsStandAtTheirFieldsAndTheirFixesMend() {
        FieldModel capabilities = field(OTHER, "capabilities");
        assertThat(capabilities.findings().get()).map(Finding::code).contains("PRV01");
        Finding fixable = inspector.findings().get().stream()
                .filter(finding -> finding.fix().isPresent())
                .findFirst()
                .orElseThrow();
        inspector.fix(fixable);
        assertThat(session.history().get().steps().getLast().label())
                .isEqualTo(fixable.fix().orElseThrow().label());
    }

    @Test
    void aJumpFindsItsField() {
        field(OTHER, "capabilities");
        assertThat(inspector.revealed("services[1].capabilities[0]"))
                .map(field -> field.spec().path())
                .contains("capabilities");
        assertThat(inspector.revealed("services[0].capabilities[0]")).isEmpty();
    }

    @Test
    void aComponentIsRenamedInItsHeader() {
        session.selection().only(WEB_PLACE);
        assertThat(inspector.header().get().name()).isEqualTo("web");
        inspector.rename("www");
        assertThat(session.composition().services().getFirst().name()).isEqualTo("www");
        assertThat(inspector.header().get().name()).isEqualTo("www");
    }

    @Test
    void aNoteIsACommentAboveTheComponent() {
        session.selection().only(WEB_PLACE);
        assertThat(inspector.note().get()).isEmpty();
        inspector.note("For visitors");
        assertThat(session.text().get()).contains("  # note: For visitors\n  - name: web");
        assertThat(inspector.note().get()).isEqualTo("For visitors");
        inspector.note("");
        assertThat(session.text().get()).isEqualTo(WEB);
    }

    @Test
    void amountsOfMemoryAreShownAndReadWithUnits() {
        FieldSpec limit = field(WEB_PLACE, "resources.memory.limit").spec();
        assertThat(TextForm.text(limit, 134_217_728L)).isEqualTo("128M");
        assertThat(TextForm.value(limit, "64 MiB")).isEqualTo(67_108_864L);
        assertThat(TextForm.value(limit, "much")).isEqualTo("much");
    }

    @Test
    void renamingInTheFormDoesTheSameAsInTheHeader() {
        field(WEB_PLACE, "name").set("www");
        assertThat(session.history().get().steps().getLast().label()).isEqualTo("Rename web to www");
    }

    @Test
    void annotationsOfLaminaAreFieldsOfTheirOwn() {
        FieldModel restart = field(WEB_PLACE, "annotations.dev.lamina.restart");
        restart.set("always");
        assertThat(session.composition().services().getFirst().spec().annotations())
                .contains(Map.of("dev.lamina.restart", "always"));
        assertThat(restart.given().get()).isEqualTo(Optional.of("always"));
        restart.reset();
        assertThat(session.text().get()).isEqualTo(WEB);
    }

    @Test
    void aFixOfAnEarlierTextIsNotMade() {
        session.selection().only(OTHER);
        Finding finding = inspector.findings().get().stream()
                .filter(found -> found.fix().isPresent())
                .findFirst()
                .orElseThrow();
        String other = WEB.replace("services:\n", "services:\n  - name: first\n    image: lamina/httpd\n");
        session.type(other);
        inspector.fix(finding);
        assertThat(session.text().get()).isEqualTo(other);
    }
}
