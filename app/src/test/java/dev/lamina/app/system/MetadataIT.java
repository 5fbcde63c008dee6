package dev.lamina.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.operation.CreateMetadata;
import dev.lamina.assembler.io.ByteSource;
import dev.lamina.model.value.Arch;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A CD that Lamina wrote, read by the kernel.
final class MetadataIT {
    private static final String SYSTEM = BootedSystem.BASE + """
            onboot:
              - {name: metadata, image: lamina/metadata}
            """;

    @TempDir
    Path folder = Path.of("");

    @Test
    void aSystemTakesInWhatIsOnACdOfOurs() throws Exception {
        Path image = folder.resolve("config.iso");
        String data = """
                {"hostname": {"content": "told"}, "a": {"entries": {"b": {"content": "c", "perm": "0640"}}}}
                """;
        new CreateMetadata()
                .create(image, "cidata", Map.of("config", ByteSource.of(data.getBytes(StandardCharsets.UTF_8))));
        Path document = Files.writeString(folder.resolve("told.yml"), SYSTEM);
        try (BootedSystem system =
                BootedSystem.start(folder, Arch.AMD64, "256M", List.of(), List.of(image.toString()), document)) {
            system.ready();

            assertThat(system.exec("hostname; cd /run/config; cat a/b; stat -c ' %a' a/b; cat userdata"))
                    .isEqualTo("told\nc 640\n" + data);
        }
    }
}
