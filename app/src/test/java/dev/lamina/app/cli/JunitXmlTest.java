package dev.lamina.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.operation.StepResult;
import dev.lamina.app.operation.StepResult.Failed;
import dev.lamina.app.operation.StepResult.Passed;
import dev.lamina.app.operation.StepResult.Result;
import dev.lamina.app.operation.StepResult.Skipped;
import dev.lamina.app.operation.TestReport;
import dev.lamina.model.expect.BootTest;
import dev.lamina.model.expect.Expectation;
import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.vmlaunch.Accelerator;
import dev.lamina.vmlaunch.BootFailure;
import java.io.StringReader;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JunitXmlTest {
    private static StepResult step(String text, Result result) {
        return new StepResult(
                new BootTest.Step(new Expectation.Console(text), Optional.empty()), result, Duration.ofMillis(1234));
    }

    private static Tested report(String file, List<StepResult> steps, List<String> console) {
        List<BootFailure> failures = List.of(new BootFailure(
                "no-init", Optional.of("kernel"), "No init <found>", "no init", Optional.empty(), "add one", true));
        return new Tested.Done(new TestReport(
                file,
                Accelerator.TCG,
                Instant.parse("2026-11-28T01:02:03.456Z"),
                Duration.ofMillis(6543),
                steps,
                "the guest powered off",
                failures,
                console,
                Optional.empty()));
    }

    /// Throws what a reader of such reports would.
    private static void check(String xml) throws Exception {
        URL schema = Objects.requireNonNull(JunitXmlTest.class.getResource("junit.xsd"));
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(schema)
                .newValidator()
                .validate(new StreamSource(new StringReader(xml)));
    }

    @Test
    void eachSystemIsASuiteAndEachStepACase() throws Exception {
        String xml = JunitXml.of(List.of(
                report(
                        "./examples/web.yml",
                        List.of(
                                step("login:", new Passed()),
                                step("login:", new Failed("it says <\"no\" & 'never'>")),
                                step("bye", new Skipped("the machine has ended: QEMU & co"))),
                        List.of("one", "two\u001b\u0000\u0085\ufffe\ud800")),
                new Tested.Broken("b.yml", new EnvironmentException("QEMU is not there", "install it"))));

        check(xml);
        assertThat(xml).isEqualTo("""
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuites name="lamina test" tests="4" failures="1" errors="1" time="6.543">
              <testsuite name="./examples/web.yml" tests="3" failures="1" errors="0" skipped="1" time="6.543" \
            timestamp="2026-11-28T01:02:03">
                <properties>
                  <property name="accelerator" value="tcg"/>
                  <property name="ended" value="the guest powered off"/>
                </properties>
                <testcase name="the console shows &quot;login:&quot;" classname="examples.web" time="1.234"/>
                <testcase name="the console shows &quot;login:&quot; (2)" classname="examples.web" time="1.234">
                  <failure message="it says &lt;&quot;no&quot; &amp; 'never'&gt;" type="expectation">the console shows \
            &quot;login:&quot;
            it says &lt;&quot;no&quot; &amp; 'never'&gt;</failure>
                </testcase>
                <testcase name="the console shows &quot;bye&quot;" classname="examples.web" time="1.234">
                  <skipped message="the machine has ended: QEMU &amp; co"/>
                </testcase>
                <system-out>one
            two\\x1b\\x00\\x85\\xfffe\\xd800</system-out>
                <system-err>what failed:
              kernel: no init
                seen: No init &lt;found&gt;
                fix:  add one</system-err>
              </testsuite>
              <testsuite name="b.yml" tests="1" failures="0" errors="1" skipped="0" time="0.000">
                <testcase name="the system starts" classname="b" time="0.000">
                  <error message="QEMU is not there" type="environment">install it</error>
                </testcase>
              </testsuite>
            </testsuites>
            """);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whateverAGuestPrintsIsXml(long seed) throws Exception {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
            text.append((char) random.nextInt(256));
        }

        check(JunitXml.of(List.of(
                report("a.yml", List.of(step("x", new Failed(text.toString()))), List.of(text.toString())))));
    }

    @Test
    void nothingIsAReportToo() throws Exception {
        check(JunitXml.of(List.of()));
    }
}
