package dev.lamina.model.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.Section;
import dev.lamina.model.check.Finding;
import dev.lamina.model.check.ImageFacts;
import dev.lamina.model.check.Profile;
import dev.lamina.model.check.SystemFacts;
import dev.lamina.model.exposure.Exposure;
import dev.lamina.model.exposure.ExposureText;
import dev.lamina.model.oci.ImageConfig;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.ImageRef;
import dev.lamina.model.yaml.CompositionReader;
import dev.lamina.model.yaml.CompositionWriter;
import dev.lamina.model.yaml.RandomCompositions;
import dev.lamina.model.yaml.ReadResult;
import dev.lamina.model.yaml.SourceText;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// No document makes the review fail, however odd its texts are, and whether its images are known or not.
final class ReviewFuzzTest {
    private static final String ODD = ":/\\ ,=[]{}'\"#-.~@\0\u202e\n";

    private final Validator validator = new Validator();

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 150);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void oddTextsAreReviewed(long seed) {
        review(CompositionWriter.yaml(new RandomCompositions(seed).next()), new Random(seed));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void damagedTextsAreReviewed(long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder(CompositionWriter.yaml(new RandomCompositions(seed).next()));
        for (int i = 0; i < 5; i++) {
            int at = random.nextInt(text.length());
            text.replace(at, at + random.nextInt(2), String.valueOf(ODD.charAt(random.nextInt(ODD.length()))));
        }
        review(text.toString(), random);
    }

    private void review(String text, Random random) {
        List<SourceText> documents = List.of(new SourceText("x.yml", text));
        ReadResult read = new CompositionReader().read(documents);
        SystemFacts facts = facts(read, random);

        List<Finding> findings =
                validator.validate(documents, read, facts, Profile.RESTRICTED).findings();

        assertThat(findings).allSatisfy(finding -> {
            assertThat(finding.message()).isNotBlank();
            assertThat(finding.message() + finding.hint().orElse("")).matches("[^\\p{Cc}]*");
            assertThat(finding.span().file()).isEqualTo("x.yml");
        });
        assertThat(Exposure.of(validator.view(read, facts)).components()).allSatisfy(component -> {
            assertThat(component.score().value()).isBetween(0.0, 10.0);
            assertThat(ExposureText.why(component)).isNotBlank();
        });
    }

    /// Half of the images are known, and ask for something.
    private static SystemFacts facts(ReadResult read, Random random) {
        Map<ImageRef, ImageFacts> images = new HashMap<>();
        for (Section section : Section.values()) {
            read.composition().containers(section).stream()
                    .filter(container -> random.nextBoolean())
                    .forEach(container -> images.put(container.image(), image(random)));
        }
        Arch arch = Arch.values()[random.nextInt(Arch.values().length)];
        SystemFacts none = SystemFacts.none(arch, LocalDate.of(2026, 1, 31));
        return new SystemFacts(arch, images, none.kernel(), none.localFiles(), none.run(), none.today());
    }

    private static ImageFacts image(Random random) {
        String label = random.nextBoolean()
                ? "{\"capabilities\": [\"all\"], \"pid\": \"host\", \"binds\": [\"/dev:/dev\", \"/:/x\"]}"
                : "{\"capabilities\": [\"CAP_SYS_ADMIN\"], \"net\": \"new\"}";
        return ImageFacts.of(new ImageConfig(
                List.of("/bin/x"), List.of(), List.of("A=b"), "/", "1000", Map.of(ImageConfig.CONFIG_LABEL, label)));
    }
}
