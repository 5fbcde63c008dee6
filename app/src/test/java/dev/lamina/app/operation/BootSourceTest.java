package dev.lamina.app.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.assembler.segment.CompressionLevel;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BootSourceTest {
    @ParameterizedTest
    @CsvSource({
        "web.yml, web",
        "out/web, web",
        "out/my system.yaml, my-system",
        "disk.qcow2, disk",
        "-, moby",
        "https://example.org/a/web.yml, web",
        "https://example.org/a/web.yml?v=2#top, web",
        "https://example.org/, machine",
        "../.., machine"
    })
    void machinesAreNamedAfterWhatBoots(String input, String name) {
        BootSource source = new BootSource(
                List.of("base.yml", input), Optional.empty(), Optional.empty(), CompressionLevel.FAST, Fetching.USUAL);

        assertThat(source.effectiveName()).isEqualTo(name);
    }
}
