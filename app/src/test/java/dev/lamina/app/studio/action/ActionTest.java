package dev.lamina.app.studio.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.junit.jupiter.api.Test;

final class ActionTest {
    private final List<String> done = new ArrayList<>();

    private Action action(String blocked) {
        return new Action(
                "canvas.duplicate",
                Action.Place.EDIT,
                new ReadOnlyStringWrapper("Duplicate"),
                Optional.empty(),
                Optional.empty(),
                Action.Reach.FOCUS,
                new ReadOnlyStringWrapper(blocked),
                () -> done.add("duplicate"));
    }

    @Test
    void somethingElseIsDoneAfterIt() {
        action("").then(() -> done.add("then")).run();
        assertThat(done).containsExactly("duplicate", "then");
    }

    @Test
    void nothingIsDoneWhileItCannotBe() {
        action("nothing is selected").then(() -> done.add("then")).run();
        assertThat(done).isEmpty();
    }

    @Test
    void itsIdBeginsWithItsFeature() {
        assertThat(action("").feature()).isEqualTo("canvas");
        assertThat(action("").keyName()).isEmpty();
    }
}
