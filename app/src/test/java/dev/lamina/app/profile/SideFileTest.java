package dev.lamina.app.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.lamina.app.operation.DiskRequest;
import dev.lamina.app.operation.MachineOptions;
import dev.lamina.model.check.RunFacts;
import dev.lamina.model.expect.BootTest;
import dev.lamina.model.expect.Expectation;
import dev.lamina.model.problem.Problem;
import dev.lamina.model.value.ByteSize;
import dev.lamina.model.yaml.SourceText;
import dev.lamina.vmlaunch.PrivateNetwork;
import dev.lamina.vmlaunch.PublishedPort;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class SideFileTest {
    private static final String TEXT = """
        # how I run it
        run:
          backend: auto
          cpus: 2      # it has two threads
          memory: 256M
          disks: [{file: data.qcow2, size: 1G}]
          publish: ["8080:80", "0.0.0.0:5353:53/udp"]
          shares: [site]
          private: [lab, back]
          usb: true
          tpm: true
          data: metadata.json
        test: {timeout: 60s, expect: [{console: "login:"}]}
        """;

    private static final RunProfile PROFILE = new RunProfile(
            Optional.empty(),
            OptionalInt.of(2),
            Optional.of(new ByteSize(256 << 20)),
            List.of(DiskRequest.parse("data.qcow2,size=1G")),
            List.of(PublishedPort.tcp(8080, 80), PublishedPort.parse("0.0.0.0:5353:53/udp")),
            List.of("site"),
            List.of(PrivateNetwork.named("lab"), PrivateNetwork.named("back")),
            true,
            true,
            Optional.of("metadata.json"));

    private static SideFile read(String text) {
        return SideFile.read(new SourceText("web.lamina.yml", text));
    }

    private static List<String> problems(String text) {
        return read(text).problems().stream()
                .map(problem -> problem.headline() + hint(problem))
                .toList();
    }

    private static String hint(Problem problem) {
        return problem.hint().map(hint -> " (" + hint + ")").orElse("");
    }

    @Test
    void rulesSeeAPortOfAllAddressesAsOne() {
        assertThat(SideFacts.of(read(TEXT)).published())
                .extracting(RunFacts.Publish::address, RunFacts.Publish::hostPort, RunFacts.Publish::udp)
                .containsExactly(tuple("127.0.0.1", 8080, false), tuple("", 5353, true));
    }

    @Test
    void allKeysAreRead() {
        assertThat(read(TEXT).problems()).isEmpty();
        assertThat(read(TEXT).profile()).isEqualTo(PROFILE);
        assertThat(read("").profile()).isEqualTo(RunProfile.NONE);
        assertThat(read("# nothing yet\n").problems()).isEmpty();
    }

    @Test
    void whatIsExpectedIsRead() {
        assertThat(read(TEXT).test())
                .isEqualTo(new BootTest(
                        Optional.of(Duration.ofSeconds(60)),
                        Optional.empty(),
                        List.of(new BootTest.Step(new Expectation.Console("login:"), Optional.empty()))));
        assertThat(problems("test: {expect: [{consol: x}]}")).hasSize(1);
        assertThat(problems("test: {expect: []}\ntest: {expect: []}"))
                .containsExactly("web.lamina.yml:2:1: the key \"test\" is given twice");
        assertThat(problems("- test: {}")).hasSize(1);
    }

    @Test
    void whatCannotBeUnderstoodIsSaidAtItsPlace() {
        assertThat(problems("""
            run:
              backend: quemu
              cpus: many
              memory: lots
              disk: []
              disks: [{siez: 1G}, {file: x, size: big}]
              publish: [80]
              shares: site
              private: ["two words"]
              usb: perhaps
            tests: 1
            """))
                .containsExactly(
                        "web.lamina.yml:2:12: 'quemu' is no backend (did you mean \"qemu\"?)",
                        "web.lamina.yml:3:9: 'many' is not a number of CPUs (give 1 to 255)",
                        "web.lamina.yml:4:11: 'lots' is not a size of memory (write for example 512M or 1G)",
                        "web.lamina.yml:5:3: unknown key \"disk\" (did you mean \"disks\"?)",
                        "web.lamina.yml:6:12: unknown key \"siez\" (did you mean \"size\"?)",
                        "web.lamina.yml:6:11: the disk has neither a file nor a size (write {file: data.img, size:"
                                + " 1G})",
                        "web.lamina.yml:6:39: 'size=big' is not a disk: 'big' is not a size (write"
                                + " [file=]PATH[,size=N[M|G]][,format=raw|qcow2|vmdk|vhd|vhdx], for example"
                                + " data.img,size=1G)",
                        "web.lamina.yml:7:13: '80' is not a port to publish (write [ADDRESS:]HOST:GUEST[/tcp|udp],"
                                + " for example 8080:80 or 127.0.0.1:5353:53/udp)",
                        "web.lamina.yml:8:11: here belongs a list",
                        "web.lamina.yml:9:13: 'two words' cannot name a private network (use letters, digits, '.',"
                                + " '_' and '-', at most 32, for example lab)",
                        "web.lamina.yml:10:8: 'perhaps' is neither true nor false",
                        "web.lamina.yml:11:1: unknown key \"tests\" (did you mean \"test\"?)");
        assertThat(problems("run: [")).hasSize(1);
        assertThat(problems("run: 3"))
                .containsExactly(
                        "web.lamina.yml:1:6: run has keys and values (write for example 'run: {memory: 256M}')");
    }

    @Test
    void anotherProfileChangesOnlyItsOwnLines() {
        SideFile changed = read(TEXT)
                .with(PROFILE.withCpus(OptionalInt.of(4))
                        .withData(Optional.empty())
                        .withPublish(List.of(PublishedPort.tcp(8080, 80))));
        assertThat(changed.source().text())
                .isEqualTo(TEXT.replace("cpus: 2", "cpus: 4")
                        .replace("  data: metadata.json\n", "")
                        .replace("[\"8080:80\", \"0.0.0.0:5353:53/udp\"]", "[\"8080:80\"]"));
        assertThat(read(TEXT).with(PROFILE)).isEqualTo(read(TEXT));
    }

    @Test
    void aProfileIsWrittenIntoAnEmptyFile() {
        SideFile written = SideFile.empty("web.lamina.yml").with(PROFILE);
        assertThat(written.profile()).isEqualTo(PROFILE);
        assertThat(written.problems()).isEmpty();
        assertThat(written.source().text()).isEqualTo("""
            run:
              cpus: 2
              memory: 256M
              disks:
                - file: data.qcow2
                  size: 1G
              publish:
                - "8080:80"
                - 0.0.0.0:5353:53/udp
              shares:
                - site
              private:
                - lab
                - back
              usb: true
              tpm: true
              data: metadata.json
            """);
    }

    @Test
    void namesOfFilesStartInTheFolderOfTheSideFile() {
        assertThat(SideFile.beside(Path.of("a/web.yml"))).isEqualTo(Path.of("a/web.lamina.yml"));
        assertThat(SideFile.beside(List.of("base.yml", "x/web.yaml"), Path.of("/w")))
                .contains(Path.of("/w/x/web.lamina.yml"));
        assertThat(SideFile.beside(List.of("out/web"), Path.of("/w"))).isEmpty();
        MachineOptions options = PROFILE.withData(Optional.empty()).options(Path.of("/w"));
        assertThat(options.disks()).containsExactly(DiskRequest.parse("/w/data.qcow2,size=1G"));
        assertThat(options.equipment().shares()).containsExactly(Path.of("/w/site"));
        assertThat(options.cpus()).isEqualTo(2);
    }
}
