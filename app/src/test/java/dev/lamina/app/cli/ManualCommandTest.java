package dev.lamina.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.testing.Needed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ManualCommandTest {
    @TempDir
    Path folder;

    @Test
    void everyCommandThatHelpShowsHasAPage() throws IOException {
        assertThat(pages("man").keySet())
                .contains("lamina.1", "lamina-build.1", "lamina-run.1", "lamina-image.1", "lamina-image-prune.1")
                .doesNotContain("lamina-manual.1", "lamina-cache.1");
    }

    @Test
    void thePagesAreTheSameEachTime() throws IOException {
        assertThat(pages("first")).isEqualTo(pages("second"));
    }

    @Test
    void aPageSaysWhatTheHelpSays() throws IOException {
        assertThat(pages("man").get("lamina-image-rm.1")).isEqualTo("""
            .TH "LAMINA\\-IMAGE\\-RM" 1 "" "lamina 1.2.3" "Lamina"
            .SH NAME
            lamina\\-image\\-rm \\- Take names away
            .SH SYNOPSIS
            lamina image rm [OPTIONS] REF...
            .SH DESCRIPTION
            The files of an image stay in the store until \\(aqlamina image prune\\(aq.
            .SH ARGUMENTS
            .TP
            \\fBREF\\fR
            Names of images.
            .SH OPTIONS
            .TP
            \\fB\\-\\-cache=DIR\\fR
            The image store to use (default: in LAMINA_HOME).
            .SH EXAMPLES
            .nf
            lamina image rm docker.io/library/redis:7
            .fi
            .SH SEE ALSO
            lamina(1),
            lamina\\-image(1)
            """);
    }

    @Test
    void whatIsShownStandsBelowTheWordsThatLeadToIt() throws IOException {
        assertThat(pages("man").get("lamina-test.1")).contains("""
            .SH EXAMPLES
            .nf
            lamina test web.yml
            lamina test examples/*.yml \\-\\-junit report.xml
            .fi
            .SH NOTES
            NAME.lamina.yml, for example:
            .nf
            run:  {memory: 256M, publish: [\\(dq8080:80\\(dq]}
            test:
            """);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has no manual pages")
    void groffHasNoComplaints() throws Exception {
        Needed.program("groff");
        for (String page : pages("man").keySet()) {
            Path log = folder.resolve("log");
            Process groff = new ProcessBuilder("groff", "-ww", "-z", "-man", "-Tutf8", "-K", "utf8", "man/" + page)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            assertThat(groff.waitFor()).isZero();
            assertThat(Files.readString(log)).as(page).isEmpty();
        }
    }

    private Map<String, String> pages(String name) throws IOException {
        assertThat(CliRun.in(folder, "manual", "--dir", name)).isEqualTo(new CliRun(0, "", ""));
        Map<String, String> pages = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder.resolve(name))) {
            for (Path file : files.toList()) {
                pages.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return pages;
    }
}
