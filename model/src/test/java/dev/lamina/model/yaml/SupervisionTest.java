package dev.lamina.model.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is said about the annotations that the init reads.
final class SupervisionTest {

    private static List<String> problems(String... documents) {
        List<SourceText> texts = new java.util.ArrayList<>();
        for (int i = 0; i < documents.length; i++) {
            texts.add(new SourceText((char) ('a' + i) + ".yml", documents[i]));
        }
        return new CompositionReader()
                .read(texts).problems().stream()
                        .map(problem -> problem.span() + ": " + problem.message() + "; "
                                + problem.hint().orElse("-"))
                        .toList();
    }

    private static String service(String name, String annotation) {
        return "  - {name: " + name + ", image: a, annotations: {" + annotation + "}}\n";
    }

    @ParameterizedTest
    @ValueSource(strings = {"no", "on-failure", "always"})
    void policiesOfRestart(String policy) {
        assertThat(problems("services:\n" + service("web", "dev.lamina.restart: \"" + policy + "\"")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        onfailure | did you mean "on-failure"?
        sometimes | known are no, on-failure, always
        """)
    void anotherPolicyIsReportedAtItsPlace(String policy, String hint) {
        assertThat(problems("services:\n" + service("web", "dev.lamina.restart: " + policy)))
                .containsExactly("a.yml:2:61: unknown dev.lamina.restart \"" + policy + "\" of service web; " + hint);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "db",
                "service:db",
                "network",
                "db, network",
                "db network,port:1",
                "port:65535",
                "tcp:127.0.0.1:6379",
                "tcp:fd00::1:80",
                "file:/run/db/x.sock",
                "within:5,db"
            })
    void whatAServiceCanWaitFor(String words) {
        assertThat(problems(
                        "services:\n" + service("db", "x: y") + service("web", "dev.lamina.after: \"" + words + "\"")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "port:0",
                "port:65536",
                "port:http",
                "port:",
                "tcp:127.0.0.1",
                "tcp::80",
                "tcp:-x:80",
                "file:run/x",
                "file:/run/*",
                "file:/$(reboot)",
                "within:0",
                "within:1h",
                "within:99999",
                "service:",
                "udp:53",
                "db;reboot",
                ".."
            })
    void aWordOfNoFormIsReported(String word) {
        assertThat(problems(
                        "services:\n" + service("db", "x: y") + service("web", "dev.lamina.after: \"" + word + "\"")))
                .containsExactly(
                        "a.yml:3:59: \"" + word + "\" in dev.lamina.after of service web is nothing to wait for; write"
                                + " the name of a service, network, port:NUMBER, tcp:HOST:NUMBER,"
                                + " file:/PATH, within:SECONDS");
    }

    @Test
    void aServiceOfAnotherDocumentIsKnown() {
        assertThat(problems(
                        "services:\n" + service("web", "dev.lamina.after: db"), "services:\n" + service("db", "x: y")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        dbs     | did you mean "db"?
        netwrok | did you mean "network"?
        cache   | known are db, network, web
        """)
    void anUnknownServiceIsReportedAtItsPlace(String name, String hint) {
        assertThat(problems("services:\n" + service("db", "x: y") + service("web", "dev.lamina.after: " + name)))
                .containsExactly("a.yml:3:59: dev.lamina.after of service web names the unknown service \"" + name
                        + "\"; " + hint);
    }

    @Test
    void aCircleIsReportedOnceAtItsFirstService() {
        assertThat(problems("services:\n"
                        + service("top", "dev.lamina.after: a")
                        + service("a", "dev.lamina.after: \"network, b\"")
                        + service("b", "dev.lamina.after: service:c")
                        + service("c", "dev.lamina.after: a")))
                .containsExactly("a.yml:3:57: service a waits for itself: a after b after c after a; "
                        + "take one of these out of dev.lamina.after");
    }

    @Test
    void aServiceCannotWaitForItself() {
        assertThat(problems("services:\n" + service("a", "dev.lamina.after: a")))
                .containsExactly("a.yml:2:57: service a waits for itself: a after a; "
                        + "take one of these out of dev.lamina.after");
    }

    @Test
    void eachOfSeveralCirclesIsReported() {
        assertThat(problems("services:\n"
                        + service("top", "dev.lamina.after: \"b, d\"")
                        + service("a", "dev.lamina.after: b")
                        + service("b", "dev.lamina.after: a")
                        + service("c", "dev.lamina.after: d")
                        + service("d", "dev.lamina.after: \"c, e\"")
                        + service("e", "dev.lamina.after: d")))
                .containsExactly(
                        "a.yml:3:57: service a waits for itself: a after b after a; "
                                + "take one of these out of dev.lamina.after",
                        "a.yml:5:57: service c waits for itself: c after d after c; "
                                + "take one of these out of dev.lamina.after");
    }

    @Test
    void anyNumberOfServicesCanWaitForOneAnother() {
        int count = 20_000;
        StringBuilder text = new StringBuilder("services:\n");
        for (int i = 0; i < count; i++) {
            text.append(service("s" + i, "dev.lamina.after: s" + (i + 1)));
        }

        assertThat(problems(text + service("s" + count, "x: y"))).isEmpty();
        assertThat(problems(text + service("s" + count, "dev.lamina.after: s0")))
                .singleElement()
                .asString()
                .startsWith("a.yml:2:58: service s0 waits for itself: s0 after s1 after s2 after s3");
    }

    @Test
    void onlyServicesAreSupervised() {
        assertThat(problems("onboot:\n" + service("a", "dev.lamina.after: network, dev.lamina.restart: always")))
                .containsExactly(
                        "a.yml:2:57: dev.lamina.after of onboot container a means nothing, as it is for services; "
                                + "leave it out, or make it a service",
                        "a.yml:2:86: dev.lamina.restart of onboot container a means nothing, as it is for services; "
                                + "leave it out, or make it a service");
    }
}
