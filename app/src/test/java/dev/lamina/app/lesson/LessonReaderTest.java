package dev.lamina.app.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.app.operation.DiskRequest;
import dev.lamina.app.profile.RunProfile;
import dev.lamina.app.profile.SideFile;
import dev.lamina.model.expect.Expectation;
import dev.lamina.model.value.ByteSize;
import dev.lamina.model.yaml.SourceText;
import dev.lamina.vmlaunch.PublishedPort;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LessonReaderTest {
    private static final String LESSON = """
        title: How to be quiet
        for: Everybody
        teaches: be quiet
        minutes: 5
        run:
          memory: 128M
          publish: ["8080:80", "0.0.0.0:53:53/udp"]
          disks: [{file: data.img, size: 64M}]
        begin: |
          loud: true
        steps:
          - title: Be
              quiet
            text: |
              First this.

                  quiet: true
            hint: It is one word.
            boots: 2
            check:
              - {console: hush}
            solution:
              - {find: loud, put: quiet}
              - {put: "end\\n"}
            type: [hush, poweroff]
            at: console
        """;

    private static Lesson read(String text) {
        return LessonReader.read("quiet", new SourceText("quiet.yml", text));
    }

    @Test
    void aLessonIsWhatItsFileSays() {
        LessonStep step = new LessonStep(
                "Be quiet",
                "First this.\n\n    quiet: true",
                "It is one word.",
                LessonStep.Place.CONSOLE,
                2,
                List.of(new Expectation.Console("hush")),
                new Solution(
                        List.of(new Solution.Replacement("loud", "quiet"), new Solution.Replacement("", "end\n")),
                        List.of("hush", "poweroff")));
        LessonMachine machine = new LessonMachine(
                Optional.of(new ByteSize(128 << 20)),
                List.of(PublishedPort.tcp(8080, 80), PublishedPort.parse("0.0.0.0:53:53/udp")),
                List.of(new LessonMachine.Disk("data.img", new ByteSize(64 << 20))));

        assertThat(read(LESSON))
                .isEqualTo(new Lesson(
                        "quiet",
                        "How to be quiet",
                        "Everybody",
                        "be quiet",
                        5,
                        machine,
                        "loud: true\n",
                        List.of(step)));
    }

    @Test
    void theTextAfterAStepIsAsItsSolutionLeavesIt() {
        assertThat(read(LESSON).text(0)).isEqualTo("loud: true\n");
        assertThat(read(LESSON).text(1)).isEqualTo("quiet: true\nend\n");
    }

    @Test
    void theSideFileSaysHowTheSystemIsRun() {
        assertThat(read(LESSON).machine().sideFile()).isEqualTo("""
            run:
              memory: 128M
              publish:
                - "8080:80"
                - "0.0.0.0:53:53/udp"
              disks:
                - {file: data.img, size: 64M}
            """);
    }

    @Test
    void theSideFileIsReadByWhateverRunsTheDocument() {
        SideFile side = SideFile.read(
                new SourceText("quiet.lamina.yml", read(LESSON).machine().sideFile()));

        assertThat(side.problems()).isEmpty();
        assertThat(side.profile())
                .isEqualTo(RunProfile.NONE
                        .withMemory(ByteSize.parse("128M"))
                        .withPublish(List.of(PublishedPort.tcp(8080, 80), PublishedPort.parse("0.0.0.0:53:53/udp")))
                        .withDisks(List.of(DiskRequest.parse("data.img,size=64M"))));
    }

    @Test
    void theSolutionIsToldPieceByPiece() {
        assertThat(read(LESSON).steps().getFirst().solution().parts())
                .containsExactly(
                        new Solution.Part("In place of", "loud"),
                        new Solution.Part("write", "quiet"),
                        new Solution.Part("Add at the end", "end\n"),
                        new Solution.Part("Type at the console", "hush\npoweroff\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        minutes: 5          | minutes: soon       | quiet.yml:4:10: a number from 1 to 600 is expected here
        minutes: 5          | level: easy         | quiet.yml:1:1: "minutes" is missing
        memory: 128M        | memory: much        | quiet.yml:6:11: "much" is not a size
        '"8080:80"'         | web                 | quiet.yml:7:12: 'web' is not a port to publish
        file: data.img      | file: ../data.img   | quiet.yml:8:18: "../data.img" is no name of a file beside the document
        at: console         | at: home            | quiet.yml:26:9: "home" is no place to work in
        find: loud          | find: silent        | quiet.yml:12:3: the solution of step 1 does not fit the text: not once in the text: silent
        boots: 2            | boots: 9            | quiet.yml:19:12: a number from 1 to 3 is expected here
        hint:               | help:               | quiet.yml:12:5: "hint" is missing
        """)
    void whatIsWrongIsSaidAtItsPlace(String right, String wrong, String message) {
        assertThatThrownBy(() -> read(LESSON.replace(right, wrong))).hasMessage(message);
    }

    @Test
    void aLessonHasAnIdThatCanBeTyped() {
        assertThatThrownBy(() -> LessonReader.read("My Lesson", new SourceText("x", LESSON)))
                .hasMessage("x:1:1: \"My Lesson\" cannot be the name of a lesson");
    }
}
