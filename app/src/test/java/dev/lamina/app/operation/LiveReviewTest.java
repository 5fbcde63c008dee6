package dev.lamina.app.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.Wiring;
import dev.lamina.app.operation.Environment.OperatingSystem;
import dev.lamina.app.operation.ReviewComposition.Reviewed;
import dev.lamina.app.operation.ReviewComposition.Wish;
import dev.lamina.app.testing.TestImages;
import dev.lamina.model.check.Finding;
import dev.lamina.model.check.Need;
import dev.lamina.model.check.Profile;
import dev.lamina.model.check.RunFacts;
import dev.lamina.model.conformance.Conformance;
import dev.lamina.model.edit.Document;
import dev.lamina.model.exposure.Exposure;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.validate.Validation;
import dev.lamina.model.value.Arch;
import dev.lamina.model.yaml.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class LiveReviewTest {
    private static final int STATES = 20;

    @TempDir
    Path home = Path.of("");

    private Operations operations() {
        return new Wiring(new Environment(
                Map.of("LAMINA_HOME", home.toString()), home, home, OperatingSystem.LINUX, "amd64", false));
    }

    static Stream<Path> compositions() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path folder : List.of(Conformance.checkout().resolve("examples"), Conformance.folder())) {
            try (Stream<Path> all = Files.walk(folder)) {
                files.addAll(all.filter(file -> file.toString().matches(".*(?<!\\.lamina)\\.yml"))
                        .sorted()
                        .toList());
            }
        }
        return files.stream();
    }

    @ParameterizedTest
    @MethodSource("compositions")
    void itFindsWhatASingleReviewFindsInEveryStateOfADocument(Path file) throws IOException {
        LiveReview live = operations().liveReview();
        Random random = new Random(file.getFileName().hashCode());
        String text = Files.readString(file);
        for (int state = 0; state < STATES; state++) {
            Document document = Document.of(new SourceText("a.yml", text));
            Profile profile = Profile.values()[random.nextInt(Profile.values().length)];
            Validation found = live.review(document, profile).validation();
            if (document.isEmpty()) { // which is a mistake only for who builds it
                assertThat(found.findings()).isEmpty();
            } else {
                assertThat(found).isEqualTo(single(document, profile).validation());
            }
            text = changed(text, random);
        }
    }

    private Reviewed single(Document document, Profile profile) {
        return operations()
                .reviewComposition()
                .review(List.of(document.source()), new Wish(Arch.AMD64, profile, RunFacts.UNKNOWN), Reporter.silent());
    }

    /// Takes a line out, doubles one, or writes something else into one.
    private static String changed(String text, Random random) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        if (lines.isEmpty()) {
            return "services: []\n";
        }
        int at = random.nextInt(lines.size());
        String line = lines.get(at);
        switch (random.nextInt(4)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(at, line);
            case 2 -> lines.set(at, line.replaceAll("[a-z]+$", "all"));
            default -> lines.set(at, line.replaceAll("\\d+", String.valueOf(random.nextInt(70_000))));
        }
        return String.join("\n", lines) + "\n";
    }

    private static final String BOX = """
        kernel: {image: lamina/kernel, cmdline: console=ttyS0}
        init: [lamina/init, lamina/runtime]
        services:
          - {name: box, image: "box:1", command: [/none]}
        """;

    private static Document box() {
        return Document.of(new SourceText("a.yml", BOX));
    }

    @Test
    void anImageThatAppearsInTheStoreIsNoticed() throws IOException {
        LiveReview live = operations().liveReview();
        assertThat(unknown(live.review(box()))).contains("docker.io/library/box:1");
        assertThat(live.review(box()).validation().findings())
                .map(Finding::code)
                .doesNotContain("SCH05");

        TestImages.add(home.resolve("images"), "box:1", Arch.AMD64, "x");

        assertThat(unknown(live.review(box()))).doesNotContain("docker.io/library/box:1");
        assertThat(live.review(box()).validation().findings())
                .map(Finding::code)
                .contains("SCH05");
    }

    private static List<String> unknown(Reviewed reviewed) {
        return reviewed.validation().skipped().stream()
                .filter(skipped -> skipped.need() == Need.IMAGE_CONFIG)
                .flatMap(skipped -> skipped.images().stream())
                .toList();
    }

    @Test
    void whatIsKnownOfImagesStaysTheSameWhileTheyAreTheSame() throws IOException {
        TestImages.add(home.resolve("images"), "box:1", Arch.AMD64, "x");
        LiveReview live = operations().liveReview();
        Reviewed before = live.review(box());
        Reviewed after = live.review(box().with(BOX + "  - {name: web, image: lamina/httpd}\n"));
        before.system()
                .facts()
                .images()
                .forEach((ref, facts) -> assertThat(after.system().image(ref).orElseThrow())
                        .as(ref.name())
                        .isSameAs(facts));
        assertThat(after.system().facts().images()).hasSize(5);
    }

    @Test
    void exposureComesWithIt() {
        Reviewed reviewed = operations().liveReview().review(box());
        assertThat(reviewed.exposure())
                .isEqualTo(Exposure.of(reviewed.system()))
                .isSameAs(reviewed.exposure());
    }

    @Test
    void theProfileDecidesWhatIsShown() {
        LiveReview live = operations().liveReview();
        assertThat(live.review(box(), Profile.RESTRICTED).validation().findings())
                .hasSizeGreaterThan(live.review(box()).validation().findings().size());
    }
}
