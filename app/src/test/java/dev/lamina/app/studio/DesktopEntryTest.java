package dev.lamina.app.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The files for desktops say what the program says.
final class DesktopEntryTest {
    private static final Path SHARE = Path.of("../installers/linux/share");
    private static final String TYPE = "application/vnd.lamina.composition+yaml";

    private static Map<String, String> entry() throws IOException {
        try (Stream<String> lines = Files.lines(SHARE.resolve("applications/dev.lamina.Lamina.desktop"))) {
            return lines.map(line -> line.split("=", 2))
                    .filter(pair -> pair.length == 2)
                    .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        }
    }

    @Test
    void theEntryFindsTheWindow() throws IOException {
        assertThat(entry())
                .containsEntry("StartupWMClass", Identity.NAME)
                .containsEntry("Exec", "lamina-studio %F")
                .containsEntry("TryExec", "lamina-studio");
    }

    @Test
    void theTypeOfCompositionsIsTheSameEverywhere() throws IOException {
        assertThat(entry()).containsEntry("MimeType", TYPE + ";");
        for (String file : List.of("mime/packages/dev.lamina.Lamina.xml", "metainfo/dev.lamina.Lamina.metainfo.xml")) {
            assertThat(Files.readString(SHARE.resolve(file))).as(file).contains(TYPE);
        }
        assertThat(Files.readString(Path.of("../icons/src/main/java/dev/lamina/icons/build/IconBuild.java")))
                .contains(TYPE.replace('/', '-'));
    }

    @Test
    void plainYamlStaysWithTheProgramThatItHas() throws IOException {
        assertThat(Files.readString(SHARE.resolve("mime/packages/dev.lamina.Lamina.xml")))
                .doesNotContain("pattern=\"*.yml\"", "pattern=\"*.yaml\"");
    }
}
