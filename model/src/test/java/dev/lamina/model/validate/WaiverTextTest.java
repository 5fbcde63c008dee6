package dev.lamina.model.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.edit.Document;
import dev.lamina.model.yaml.SourceText;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class WaiverTextTest {
    private static final LocalDate UNTIL = LocalDate.of(2027, 1, 31);

    private static Optional<String> add(String text, String path, String reason) {
        return WaiverText.add(Document.of(new SourceText("a.yml", text)), path, "PRV14", UNTIL, reason);
    }

    @Test
    void itStandsRightAboveTheComponent() {
        assertThat(add("""
            services:
              # the first
              - name: a
                image: a:1

              # the second
              - name: b # of two
                image: b:1
                pid: host
            """, "services[1].pid", " it watches\nall processes ")).contains("""
                services:
                  # the first
                  - name: a
                    image: a:1

                  # the second
                  # lamina: allow PRV14 until 2027-01-31 because it watches all processes
                  - name: b # of two
                    image: b:1
                    pid: host
                """);
    }

    @Test
    void endsOfLinesStayAsTheyAre() {
        assertThat(add("services:\r\n- name: a\r\n  image: a:1\r\n", "services[0]", "x"))
                .contains("services:\r\n"
                        + "# lamina: allow PRV14 until 2027-01-31 because x\r\n"
                        + "- name: a\r\n"
                        + "  image: a:1\r\n");
    }

    @Test
    void linesThatEndAsOnOldMacsAndAMarkInFrontAreNoObstacle() {
        assertThat(add("services:\r- name: a\r  image: a:1\r", "services[0]", "x"))
                .contains("services:\r# lamina: allow PRV14 until 2027-01-31 because x\r- name: a\r  image: a:1\r");
        assertThat(add("\uFEFFkernel: {image: a}\n", "kernel", "x"))
                .contains("\uFEFF# lamina: allow PRV14 until 2027-01-31 because x\nkernel: {image: a}\n");
    }

    @Test
    void theKernelHasOneBelowItsKey() {
        assertThat(add("kernel:\n  image: lamina/kernel\n", "kernel.cmdline", "x"))
                .contains("kernel:\n  # lamina: allow PRV14 until 2027-01-31 because x\n  image: lamina/kernel\n");
    }

    @Test
    void thereIsNoneWhereItWouldNotCount() {
        assertThat(add("services: [{name: a, image: a:1}, {name: b, image: b:1}]\n", "services[1]", "x"))
                .isEmpty();
        assertThat(add("services: []\n", "services[1]", "x")).isEmpty();
        assertThat(add("services:\n- name: a\n  image: a:1\n", "", "x")).isEmpty();
        assertThat(add("services:\n- name: a\n  image: a:1\n", "services[0]", " "))
                .isEmpty();
    }
}
