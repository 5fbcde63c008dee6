package dev.lamina.app.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.Wiring;
import dev.lamina.app.operation.Environment.OperatingSystem;
import dev.lamina.app.operation.ReviewComposition.Reviewed;
import dev.lamina.app.operation.ReviewComposition.Wish;
import dev.lamina.model.check.Profile;
import dev.lamina.model.check.RunFacts;
import dev.lamina.model.expect.Expectation;
import dev.lamina.model.expect.Expectation.OfDocument;
import dev.lamina.model.expect.Outcome;
import dev.lamina.model.expect.Wanted;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.model.yaml.SourceText;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // made before each test
final class DocumentCheckTest {
    private static final String SYSTEM = """
        kernel:
          image: lamina/kernel
          cmdline: console=ttyS0
        init: [lamina/init, lamina/runtime]
        services:
          - name: web
            image: lamina/httpd
            capabilities: [CAP_NET_BIND_SERVICE, CAP_SYS_ADMIN]
            readonly: false
          - name: far
            image: example.org/far:1
        """;

    private DocumentCheck check;

    @BeforeEach
    void review(@TempDir Path home) {
        Environment environment = new Environment(
                Map.of("LAMINA_HOME", home.toString()), home, home, OperatingSystem.LINUX, "amd64", false);
        Reviewed reviewed = new Wiring(environment)
                .reviewComposition()
                .review(
                        List.of(new SourceText("x.yml", SYSTEM)),
                        new Wish(Arch.AMD64, Profile.RESTRICTED, RunFacts.UNKNOWN),
                        Reporter.silent());
        check = new DocumentCheck(reviewed);
    }

    private String found(OfDocument expectation) {
        Outcome outcome = check.check(expectation);
        return outcome.holds() ? "holds" : outcome.found();
    }

    private String value(String component, String member, Wanted wanted) {
        return found(new Expectation.Value(component, member, wanted));
    }

    @Test
    void rulesAreAskedInOneComponentOrAnywhere() {
        assertThat(found(new Expectation.Finding("MNT12", Optional.of("web")))).isEqualTo("holds");
        assertThat(found(new Expectation.Finding("MNT12", Optional.empty()))).isEqualTo("holds");
        assertThat(found(new Expectation.Finding("MNT12", Optional.of("getty"))))
                .isEqualTo("it finds nothing");
        assertThat(found(new Expectation.Gone("MNT12", Optional.of("getty")))).isEqualTo("holds");
        assertThat(found(new Expectation.Gone("MNT12", Optional.of("web"))))
                .isEqualTo("line 9: service web can write to its own root");
    }

    @Test
    void valuesAreThoseThatTheContainerWillHaveWhoeverGivesThem() {
        assertThat(value("web", "root.readonly", new Wanted.Is("false"))).isEqualTo("holds");
        assertThat(value("web", "root.readonly", new Wanted.Is("true"))).isEqualTo("it is not set");
        assertThat(value("web", "process.user.uid", new Wanted.Is("65534")))
                .as("by the label of its image")
                .isEqualTo("holds");
        assertThat(value("web", "process.capabilities.bounding", new Wanted.Has("CAP_SYS_ADMIN")))
                .isEqualTo("holds");
        assertThat(value("web", "process.capabilities.bounding", new Wanted.Lacks("CAP_SYS_ADMIN")))
                .isEqualTo("it is [CAP_NET_BIND_SERVICE, CAP_SYS_ADMIN]");
        assertThat(value("web", "linux.namespaces[mount]", new Wanted.Given())).isEqualTo("holds");
        assertThat(value("web", "mounts[/nowhere]", new Wanted.Missing())).isEqualTo("holds");
        assertThat(value("web", "mounts[/nowhere]", new Wanted.Given())).isEqualTo("it is not set");
    }

    @Test
    void whatAnUnknownImageSaysIsNotGuessed() {
        assertThat(value("far", "process.user.uid", new Wanted.Is("65534")))
                .isEqualTo("its image is not in the store yet; build the system once");
    }

    @Test
    void aContainerThatIsNotThereIsSaidToBeMissing() {
        assertThat(value("wep", "root.readonly", new Wanted.Given())).isEqualTo("no container has the name \"wep\"");
    }
}
