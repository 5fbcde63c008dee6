package dev.lamina.app.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.conformance.Conformance;
import dev.lamina.model.yaml.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

final class SideFileDocsTest {
    private static final String FENCE = "```";

    @Test
    void theExampleOfTheGuideHasEveryKeyAndIsUnderstood() throws IOException {
        SideFile example = SideFile.read(new SourceText("web.lamina.yml", example()));

        assertThat(example.problems()).isEmpty();
        RunProfile profile = example.profile();
        assertThat(profile.cpus()).hasValue(2);
        assertThat(profile.memory()).isPresent();
        assertThat(profile.disks()).hasSize(4);
        assertThat(profile.publish()).hasSize(2);
        assertThat(profile.shares()).containsExactly("src");
        assertThat(profile.data()).contains("metadata.json");
    }

    private static String example() throws IOException {
        String guide = Files.readString(Conformance.checkout().resolve("docs/guide.md"));
        String section = guide.substring(guide.indexOf("### The side file"));
        int begin = section.indexOf(FENCE + "yaml\n") + FENCE.length() + "yaml\n".length();
        return section.substring(begin, section.indexOf(FENCE, begin));
    }
}
