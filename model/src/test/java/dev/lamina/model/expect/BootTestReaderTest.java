package dev.lamina.model.expect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.expect.BootTest.Step;
import dev.lamina.model.problem.Problem;
import dev.lamina.model.value.ByteSize;
import dev.lamina.model.yaml.SourceText;
import dev.lamina.model.yaml.StrictMapping;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BootTestReaderTest {
    private final BootTestReader reader = new BootTestReader();

    private BootTest read(String text) {
        return reader.read(StrictMapping.parse(new SourceText("x.lamina.yml", text)));
    }

    private List<String> problems() {
        return reader.problems().stream().map(BootTestReaderTest::line).toList();
    }

    private static String line(Problem problem) {
        return problem.headline().replace("x.lamina.yml:", "")
                + problem.hint().map(hint -> " (" + hint + ")").orElse("");
    }

    @Test
    void allKeysAreRead() {
        BootTest test = read("""
            run: {cpus: 2}
            test:
              timeout: 1.5m
              memory: 96
              expect:
                - {ready: true, within: 10s}
                - {console: "login:", within: 500ms}
                - {tcp: 2222, within: 3}
                - {exec: id -u, code: 0, output: 0}
            """);

        assertThat(problems()).isEmpty();
        assertThat(test.timeout()).contains(Duration.ofSeconds(90));
        assertThat(test.memory()).contains(new ByteSize(96 << 20));
        assertThat(test.steps().subList(0, 3))
                .containsExactly(
                        new Step(new Expectation.Ready(), Optional.of(Duration.ofSeconds(10))),
                        new Step(new Expectation.Console("login:"), Optional.of(Duration.ofMillis(500))),
                        new Step(new Expectation.Tcp(2222), Optional.of(Duration.ofSeconds(3))));
        assertThat(test.steps())
                .extracting(Step::words)
                .containsExactly(
                        "the system is ready within 10 s",
                        "the console shows \"login:\" within 500 ms",
                        "port 2222 of this computer can be connected to within 3 s",
                        "\"id -u\" succeeds and prints \"0\"");
    }

    @Test
    void aFileWithoutTheSectionExpectsNothing() {
        assertThat(read("run: {cpus: 2}")).isEqualTo(BootTest.NONE);
        assertThat(problems()).isEmpty();
    }

    @Test
    void everyStepThatIsWrongIsToldAndTheOthersAreRead() {
        BootTest test = read("""
            test:
              timout: 5s
              expect:
                - {consol: "login:"}
                - {console: "login:"}
                - {service: web, stat: down}
                - {finding: PRV01}
            """);

        assertThat(test.steps()).containsExactly(new Step(new Expectation.Console("login:"), Optional.empty()));
        assertThat(problems())
                .containsExactly(
                        "4:7: nothing is expected here (give one of console, ready, service, exec, log, http, tcp,"
                                + " event, explained)",
                        "6:22: unknown key \"stat\" (did you mean \"state\"?)",
                        "7:7: a machine does not tell whether the rule PRV01 finds something ('lamina validate' and"
                                + " 'lamina resolve' look at the text of a system)",
                        "2:3: unknown key \"timout\" (did you mean \"timeout\"?)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        test: {timeout: soon}                           | 1:17: "soon" is not a time (write for example 30s, 500ms or 2m)
        test: {timeout: 0}                              | 1:17: "0" is not a time (write for example 30s, 500ms or 2m)
        test: {memory: lots}                            | 1:16: "lots" is not a size of memory (write for example 512M or 1G)
        test: {expect: {console: x}}                    | 1:16: a list is expected here, and this is a mapping
        test: {expect: [{console: x, within: never}]}   | 1:38: "never" is not a time (write for example 30s, 500ms or 2m)
        test:                                           | 1:6: a mapping is expected here, and this is nothing
        test: [a]                                       | 1:7: a mapping is expected here, and this is a list
        """)
    void whatIsWrongIsSaidAtItsPlace(String text, String problem) {
        read(text);

        assertThat(problems()).containsExactly(problem);
    }
}
