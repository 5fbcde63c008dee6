package dev.lamina.app.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.picture.Segment.Close;
import dev.lamina.app.picture.Segment.Curve;
import dev.lamina.app.picture.Segment.Line;
import dev.lamina.app.picture.Segment.Move;
import dev.lamina.model.conformance.Conformance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class PathReaderTest {
    @Test
    void relativeAndAbsoluteCommandsMeanTheSame() {
        Outline expected = new Outline(java.util.List.of(
                new Move(1, 2),
                new Line(4, 6),
                new Line(9, 6),
                new Line(9, 1.5),
                new Curve(9, 2, 10, 3, 11, 4),
                new Close()));
        assertThat(PathReader.read("M1 2L4 6H9V1.5C9 2 10 3 11 4Z")).isEqualTo(expected);
        assertThat(PathReader.read("m1 2l3,4h5v-4.5c0 .5 1 1.5 2 2.5z")).isEqualTo(expected);
    }

    @Test
    void pointsBehindAMoveAreLines() {
        assertThat(PathReader.read("M0 0 1 1-2-3").segments())
                .containsExactly(new Move(0, 0), new Line(1, 1), new Line(-2, -3));
    }

    @Test
    void anArcGoesThroughItsEllipse() {
        assertThat(PathReader.read("M0 0a5 5 0 1 1 10 0").segments())
                .hasSize(3)
                .last()
                .isInstanceOfSatisfying(
                        Curve.class, curve -> assertThat(curve.x()).isEqualTo(10));
        Curve first = (Curve) PathReader.read("M0 0a5 5 0 1 1 10 0").segments().get(1);
        assertThat(first.x()).isCloseTo(5, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(first.y()).isCloseTo(-5, org.assertj.core.data.Offset.offset(1e-9));
    }

    static Stream<String> icons() throws IOException {
        try (Stream<Path> files =
                Files.list(Conformance.checkout().resolve("icons/src/main/resources/dev/lamina/icons"))) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".svg"))
                    .map(name -> name.replace(".svg", ""))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("icons")
    void everyIconStaysInItsField(String icon) {
        Outline outline = new Icons().outline(icon).orElseThrow();
        assertThat(outline.segments()).isNotEmpty();
        Flattening.lines(outline)
                .forEach(line -> assertThat(java.util.Arrays.stream(line))
                        .allMatch(value -> value >= -0.01 && value <= Icons.FIELD + 0.01));
    }
}
