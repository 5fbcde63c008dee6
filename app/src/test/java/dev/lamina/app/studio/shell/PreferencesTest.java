package dev.lamina.app.studio.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.operation.WindowSettings;
import dev.lamina.app.studio.testing.DirectBackground;
import dev.lamina.model.check.Profile;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.beans.binding.DoubleBinding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PreferencesTest {
    @TempDir
    Path home;

    private Preferences open() {
        return new Preferences(new WindowSettings(home.resolve("window.properties")), new DirectBackground());
    }

    @Test
    void theNextWindowReviewsAsStrictlyAsTheLastOne() throws Exception {
        assertThat(open().profile().get()).isEqualTo(Profile.BASELINE);
        open().profile().set(Profile.RESTRICTED);
        assertThat(open().profile().get()).isEqualTo(Profile.RESTRICTED);
        Files.writeString(home.resolve("window.properties"), "profile=whatever\n");
        assertThat(open().profile().get()).isEqualTo(Profile.BASELINE);
    }

    @Test
    void theNextWindowIsAsLargeAsTheLastOne() {
        assertThat(open().width()).isEqualTo(1440);
        assertThat(open().height()).isEqualTo(900);
        open().keepSize(1000, 700);
        assertThat(open().width()).isEqualTo(1000);
        assertThat(open().height()).isEqualTo(700);
    }

    @Test
    void lettersGrowWithTheScaleAndOnAWall() {
        Preferences preferences = open();
        DoubleBinding letters = preferences.letters();
        assertThat(letters.get()).isEqualTo(13);
        preferences.scale().set(2);
        assertThat(letters.get()).isEqualTo(26);
        preferences.presenting().set(true);
        assertThat(letters.get()).isEqualTo(39);
    }
}
