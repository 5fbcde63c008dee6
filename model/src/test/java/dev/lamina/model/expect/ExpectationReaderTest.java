package dev.lamina.model.expect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.model.problem.InvalidCompositionException;
import dev.lamina.model.yaml.SourceText;
import dev.lamina.model.yaml.StrictMapping;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ExpectationReaderTest {
    private static List<Expectation> read(String... lines) {
        StringBuilder text = new StringBuilder("expect:\n");
        List.of(lines).forEach(line -> text.append("  - ").append(line).append('\n'));
        StrictMapping mapping = StrictMapping.parse(new SourceText("x.yml", text.toString()));
        return ExpectationReader.read(mapping, "expect");
    }

    @Test
    void truthsAreWrittenAsInCompositions() {
        assertThat(read("{ready: True}", "{ready: TRUE}"))
                .containsExactly(new Expectation.Ready(), new Expectation.Ready());
    }

    @Test
    void eachKindIsRead() {
        assertThat(read(
                        "{console: 'login:'}",
                        "{service: web}",
                        "{service: web, state: down}",
                        "{exec: id -u, output: 0}",
                        "{exec: touch /x, in: web, fails: true, contains: Read-only}",
                        "{exec: exit 3, code: 3}",
                        "{ready: true}",
                        "{log: web, contains: ready}",
                        "{http: 'http://127.0.0.1:8080/', body: hello}",
                        "{http: 'http://127.0.0.1:8080/', status: 404}",
                        "{http: 'http://localhost/', contains: hello}",
                        "{tcp: 2222}",
                        "{event: exit, name: dhcp, code: 0, reason: why}",
                        "{explained: no-init, of: kernel}",
                        "{finding: PRV01}",
                        "{gone: PRV01, of: web}",
                        "{container: web, value: root.readonly, is: true}",
                        "{container: web, value: mounts, has: tmpfs}",
                        "{container: web, value: mounts, lacks: tmpfs}",
                        "{container: web, value: hostname, missing: true}",
                        "{container: web, value: hostname}"))
                .containsExactly(
                        new Expectation.Console("login:"),
                        new Expectation.Service("web", Expectation.Service.State.RUNNING),
                        new Expectation.Service("web", Expectation.Service.State.DOWN),
                        new Expectation.Exec(
                                "id -u", Optional.empty(), OptionalInt.of(0), Optional.of("0"), Optional.empty()),
                        new Expectation.Exec(
                                "touch /x",
                                Optional.of("web"),
                                OptionalInt.empty(),
                                Optional.empty(),
                                Optional.of("Read-only")),
                        new Expectation.Exec(
                                "exit 3", Optional.empty(), OptionalInt.of(3), Optional.empty(), Optional.empty()),
                        new Expectation.Ready(),
                        new Expectation.Log("web", "ready"),
                        new Expectation.Http("http://127.0.0.1:8080/", 200, Optional.of("hello")),
                        new Expectation.Http("http://127.0.0.1:8080/", 404, Optional.empty()),
                        new Expectation.Http("http://localhost/", 200, Optional.of("hello")),
                        new Expectation.Tcp(2222),
                        new Expectation.Event("exit", Optional.of("dhcp"), Optional.of("0"), Optional.of("why")),
                        new Expectation.Explained("no-init", Optional.of("kernel")),
                        new Expectation.Finding("PRV01", Optional.empty()),
                        new Expectation.Gone("PRV01", Optional.of("web")),
                        new Expectation.Value("web", "root.readonly", new Wanted.Is("true")),
                        new Expectation.Value("web", "mounts", new Wanted.Has("tmpfs")),
                        new Expectation.Value("web", "mounts", new Wanted.Lacks("tmpfs")),
                        new Expectation.Value("web", "hostname", new Wanted.Missing()),
                        new Expectation.Value("web", "hostname", new Wanted.Given()));
    }

    @Test
    void whatIsExpectedIsSaidInWords() {
        assertThat(read(
                        "{console: 'login:'}",
                        "{service: web, state: down}",
                        "{exec: touch /x, in: web, fails: true, contains: Read-only}",
                        "{http: 'http://127.0.0.1:8080/', contains: hello}",
                        "{event: exit, name: dhcp, code: 0}",
                        "{gone: PRV01, of: web}",
                        "{container: web, value: root.readonly, is: true}"))
                .extracting(Expectation::words)
                .containsExactly(
                        "the console shows \"login:\"",
                        "the service web is down",
                        "\"touch /x\" in web fails and says \"Read-only\"",
                        "http://127.0.0.1:8080/ answers with 200 and a page with \"hello\"",
                        "the system tells of exit of dhcp with code 0",
                        "the rule PRV01 finds nothing in web",
                        "web: root.readonly is true");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {consol: x}                             | x.yml:2:5: nothing is expected here
        {console: ''}                           | x.yml:2:15: "console" is empty
        {console: x, colour: red}               | x.yml:2:18: unknown key "colour"
        {service: web, state: happy}            | x.yml:2:27: "happy" is no state of a service
        {exec: "a\\nb"}                         | x.yml:2:12: a command is one line
        {exec: [a]}                             | x.yml:2:12: a text is expected here, and this is a list
        {http: 'http://example.org/'}           | x.yml:2:12: "http://example.org/" is not on this computer
        {http: 'http://127.0.0.1/', status: no} | x.yml:2:41: a number from 100 to 599 is expected here
        {tcp: 70000}                            | x.yml:2:11: a number from 1 to 65535 is expected here
        {log: web}                              | x.yml:2:5: "contains" is missing
        {container: web}                        | x.yml:2:5: "value" is missing
        {container: a, value: b, is: c, has: d} | x.yml:2:27: a value is expected to be one thing
        {exec: id, fails: true, code: 1}        | x.yml:2:35: a command fails or ends with a code
        {exec: id, code: 256}                   | x.yml:2:22: a number from 0 to 255 is expected here
        {ready: false}                          | x.yml:2:13: a system is expected to be ready
        {exec: id, fails: perhaps}              | x.yml:2:23: true or false is expected here
        web                                     | x.yml:2:5: a mapping is expected here, and this is a text
        """)
    void whatIsWrongIsSaidAtItsPlace(String line, String message) {
        assertThatThrownBy(() -> read(line))
                .isInstanceOf(InvalidCompositionException.class)
                .hasMessage(message);
    }

    @Test
    void aFileThatIsNoMappingIsRefused() {
        assertThatThrownBy(() -> StrictMapping.parse(new SourceText("x.yml", "- a")))
                .hasMessage("x.yml:1:1: a mapping is expected here, and this is a list");
        assertThatThrownBy(() -> StrictMapping.parse(new SourceText("x.yml", "a: 1\na: 2\n")))
                .hasMessage("x.yml:2:1: the key \"a\" is given twice");
        assertThatThrownBy(() -> StrictMapping.parse(new SourceText("x.yml", "a: [")))
                .isInstanceOf(InvalidCompositionException.class);
    }
}
