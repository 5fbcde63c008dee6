package dev.lamina.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ValidateCommandTest {
    private static final String BAD = """
        # our web server
        services:
          - name: web
            image: lamina/httpd
            rmlimits: ["nofile,1024,1024"]  # not many
            pid: host
        """;

    @TempDir
    Path folder = Path.of("");

    @Test
    void findingsHaveTheirPlaceRuleAndHint() throws IOException {
        write(BAD);

        CliRun run = CliRun.in(folder, "validate", "--quiet", "web.yml");

        assertThat(run.out()).contains("""
            web.yml:5:5: error SCH01: unknown key "rmlimits" in service web
            hint: did you mean "rlimits"?
            fix: Write rlimits
            """);
        assertThat(run.out()).contains("web.yml:6:10: high PRV14: ");
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isEqualTo(1);
    }

    @Test
    void theSideFileIsReadToo() throws IOException {
        write("kernel: {image: lamina/kernel}\n");
        Files.writeString(folder.resolve("web.lamina.yml"), "test:\n  expect:\n    - {http: 'http://example.org/'}\n");

        CliRun run = CliRun.in(folder, "validate", "--quiet", "web.yml");

        assertThat(run.out()).contains("""
            web.lamina.yml:3:14: error SCH02: "http://example.org/" is not on this computer
            hint: write http://127.0.0.1:PORT/, with a port that is published
            """);
        assertThat(run.code()).isEqualTo(1);
    }

    @Test
    void theMachineOfTheSideFileIsReviewedAndMended() throws IOException {
        write("kernel: {image: lamina/kernel}\n");
        String side = """
            run:
              memory: 256M
              publish: ["8080:80", "8080:443"] # both
            """;
        Files.writeString(folder.resolve("web.lamina.yml"), side);

        CliRun found = CliRun.in(folder, "validate", "--quiet", "web.yml");
        CliRun overruled = CliRun.in(folder, "validate", "--quiet", "--publish", "28391:80", "web.yml");
        CliRun looked = CliRun.in(folder, "validate", "--fix", "--dry-run", "--quiet", "web.yml");
        String unchanged = Files.readString(folder.resolve("web.lamina.yml"));
        CliRun mended = CliRun.in(folder, "validate", "--fix", "--json", "web.yml");

        assertThat(found).isEqualTo(new CliRun(1, """
            web.lamina.yml:3:24: error NET02: port 8080/tcp of this computer is published twice, for 80 and 443
            hint: publish 8081:443 instead
            fix: Publish 8081:443
            """, ""));
        assertThat(overruled).isEqualTo(new CliRun(0, "", ""));
        assertThat(looked).isEqualTo(new CliRun(0, """
            --- web.lamina.yml
            +++ web.lamina.yml
            @@ -1,3 +1,3 @@
             run:
               memory: 256M
            -  publish: ["8080:80", "8080:443"] # both
            +  publish: ["8080:80", "8081:443"] # both
            """, ""));
        assertThat(unchanged).isEqualTo(side);
        assertThat(Files.readString(folder.resolve("web.lamina.yml"))).isEqualTo(side.replace("8080:443", "8081:443"));
        assertThat(mended.out()).startsWith("{\"findings\":[],").contains("\"fixed\":1");
    }

    @ParameterizedTest
    @CsvSource({"error, 0", "critical, 0", "high, 1", "warning, 1"})
    void failsFromTheGivenSeverityOn(String severity, int code) throws IOException {
        write(BAD.replace("rmlimits", "rlimits"));

        assertThat(CliRun.in(folder, "validate", "--quiet", "--fail-on", severity, "web.yml")
                        .code())
                .isEqualTo(code);
    }

    @Test
    void whatCannotBeAWordOfTheOptionIsWrongUsage() throws IOException {
        write(BAD);

        CliRun run = CliRun.in(folder, "validate", "--fail-on", "much", "web.yml");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .contains("expected one of error, critical, high, medium, low, warning, info but was 'much'");
    }

    @Test
    void jsonHasTheMembersThatScriptsReadAndNothingOnTheSide() throws IOException {
        write(BAD);

        CliRun run = CliRun.in(folder, "validate", "--format", "json", "--quiet", "web.yml");

        assertThat(run.out()).startsWith("{\"findings\":[{").contains("""
            {"code":"SCH01","severity":"error","file":"web.yml","line":5,"column":5,"endLine":5,"endColumn":13,\
            "subject":"services[web]","message":"unknown key \\"rmlimits\\" in service web",\
            """);
        assertThat(run.out().lines()).hasSize(1);
    }

    @Test
    void sarifNamesTheRuleAndThePlace() throws IOException {
        write(BAD);

        String sarif = CliRun.in(folder, "validate", "--format", "sarif", "--quiet", "web.yml")
                .out();

        assertThat(sarif).contains("\"version\":\"2.1.0\"", "\"ruleId\":\"SCH01\"", """
            "artifactLocation":{"uri":"web.yml"},"region":{"startLine":5,"startColumn":5,"endLine":5,"endColumn":13}\
            """);
    }

    @Test
    void sarifNamesFilesAsReferences() throws IOException {
        Files.writeString(folder.resolve("a b[1].yml"), BAD);

        assertThat(CliRun.in(folder, "validate", "--format", "sarif", "--quiet", "a b[1].yml")
                        .out())
                .contains("\"artifactLocation\":{\"uri\":\"a%20b%5B1%5D.yml\"}");
        assertThat(CliRun.in(
                                folder,
                                "validate",
                                "--format",
                                "sarif",
                                "--quiet",
                                folder.resolve("a b[1].yml").toString())
                        .out())
                .contains("\"uri\":\"file:///", "/a%20b%5B1%5D.yml\"}");
    }

    @Test
    void aWaiverWithADateAllowsAFinding() throws IOException {
        write(BAD.replace("rmlimits", "rlimits")
                .replace("pid: host", "pid: host  # lamina: allow PRV14 until 2999-01-01 because it counts processes"));

        CliRun run = CliRun.in(folder, "validate", "web.yml");

        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("1 finding allowed by waivers");
    }

    @Test
    void fixChangesOnlyWhatItMustAndShowsIt() throws IOException {
        write(BAD);

        CliRun run = CliRun.in(folder, "validate", "--fix", "--quiet", "web.yml");

        assertThat(Files.readString(folder.resolve("web.yml"))).isEqualTo(BAD.replace("rmlimits", "rlimits"));
        assertThat(run.out()).startsWith("""
            --- web.yml
            +++ web.yml
            @@ -2,5 +2,5 @@
             services:
               - name: web
                 image: lamina/httpd
            -    rmlimits: ["nofile,1024,1024"]  # not many
            +    rlimits: ["nofile,1024,1024"]  # not many
                 pid: host
            web.yml:6:10: high PRV14:\
            """);
        assertThat(run.code()).isZero();
    }

    @Test
    void fixCanOnlyBeLookedAt() throws IOException {
        write(BAD);

        CliRun run = CliRun.in(folder, "validate", "--fix", "--dry-run", "--quiet", "web.yml");

        assertThat(Files.readString(folder.resolve("web.yml"))).isEqualTo(BAD);
        assertThat(run.out()).contains("+    rlimits: [");
    }

    @Test
    void mendedStandardInputIsPrinted() {
        CliRun run = CliRun.withInput(folder, BAD, "validate", "--fix", "--quiet", "-");

        assertThat(run.out()).isEqualTo(BAD.replace("rmlimits", "rlimits"));
        assertThat(run.err()).contains("<stdin>:6:10: high PRV14: ");
    }

    private void write(String text) throws IOException {
        Files.writeString(folder.resolve("web.yml"), text);
    }
}
