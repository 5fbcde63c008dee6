package dev.lamina.app.studio.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.testing.Window;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.text.Text;
import javafx.scene.text.TextBoundsType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CellFontTest {
    private static final String PRINTABLE =
            IntStream.rangeClosed('!', '~').mapToObj(Character::toString).collect(Collectors.joining());

    @ParameterizedTest
    @ValueSource(doubles = {8, 10, 12, 13, 14.3, 16, 19.5, 24, 39})
    void noCharacterReachesBelowItsCell(double size) {
        Window.run(() -> {
            for (double pixels : new double[] {1, 1.25, 2}) {
                CellFont font = new CellFont(size, pixels);
                Text text = new Text(PRINTABLE);
                text.setFont(font.regular());
                text.setBoundsType(TextBoundsType.VISUAL);
                assertThat(font.baseline() + text.getLayoutBounds().getMaxY())
                        .as(size + " at " + pixels)
                        .isLessThanOrEqualTo(font.height());
            }
        });
    }
}
