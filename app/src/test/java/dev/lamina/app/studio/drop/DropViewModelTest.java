package dev.lamina.app.studio.drop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.session.Lane;
import dev.lamina.app.studio.session.Place;
import dev.lamina.app.studio.testing.Sessions;
import dev.lamina.model.edit.History.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DropViewModelTest {
    @TempDir
    Path home;

    private final List<String> heard = new ArrayList<>();
    private Optional<DocumentSession> document = Optional.empty();
    private Desk desk;
    private DropViewModel model;

    private final class Receiver implements DropReceiver {
        @Override
        public void open(Path file) {
            heard.add("open " + file.getFileName());
        }

        @Override
        public Optional<DocumentSession> document() {
            return document;
        }

        @Override
        public void say(String words) {
            heard.add(words);
        }

        @Override
        public void imported() {
            heard.add("imported");
        }
    }

    @BeforeEach
    void prepare() {
        desk = Sessions.desk(home.resolve("lamina"));
        document = Optional.of(Sessions.session(desk, "services:\n  - name: web\n    image: lamina/httpd\n"));
        model = new DropViewModel(desk, new DropReader(home), new Receiver());
    }

    private DocumentSession session() {
        return document.orElseThrow();
    }

    /// Made in another store, as those who drop archives have them.
    private Archives archives() throws IOException {
        return new Archives(Sessions.operations(home.resolve("other")).images(), home.resolve("files"));
    }

    @Test
    void whileItHangsOverTheWindowItIsSaidWhatWillHappen() throws IOException {
        Path tar = archives().ociTar("nginx.tar");
        Path file = Files.writeString(home.resolve("motd"), "hi");
        model.hover(List.of(tar, file));
        assertThat(model.hint().get()).isEqualTo("Adds nginx.tar as a component\nAdds motd as the file /etc/motd");
        model.hover(java.util.Collections.nCopies(6, file));
        assertThat(model.hint().get()).endsWith("\nand 2 more");
        model.hover("nginx:1.27");
        assertThat(model.hint().get()).isEqualTo("Adds the image nginx:1.27 as a service");
        model.leave();
        assertThat(model.hint().get()).isEmpty();
    }

    @Test
    void anArchiveIsTakenIntoTheStoreAndAdded() throws IOException {
        model.drop(List.of(archives().docker("hello.tar")), Optional.of(new Place(Lane.SERVICES, 0)));
        assertThat(heard).containsExactly("imported", "Took docker.io/example/hello:1 into the local store");
        assertThat(desk.operations().images().list())
                .extracting(image -> image.ref())
                .containsExactly(Archives.IMAGE);
        assertThat(session().composition().services())
                .extracting(each -> each.name())
                .containsExactly("hello", "web");
    }

    @Test
    void aKernelBecomesAnImage() throws IOException {
        Path kernel = archives().kernel("vmlinuz-6.12+", 0x202, "HdrS");
        model.drop(List.of(kernel), Optional.empty());
        assertThat(session().text().get()).contains("kernel:\n  image: localhost/kernel:vmlinuz-6.12-\n  tar: none\n");
        assertThat(heard).hasSize(2).first().isEqualTo("imported");
        assertThat(desk.operations().images().list()).hasSize(1);
    }

    @Test
    void filesAndTextsAreAddedInOneStepEach() throws IOException {
        Files.createDirectories(home.resolve("site/img"));
        Files.writeString(home.resolve("site/a.html"), "");
        Files.writeString(home.resolve("site/img/b.svg"), "");
        model.drop(List.of(home.resolve("site")), Optional.empty());
        model.drop("redis:7", Optional.of(new Place(Lane.ONBOOT, 0)));
        assertThat(session().composition().files())
                .extracting(each -> each.path())
                .containsExactly("etc/site/a.html", "etc/site/img/b.svg");
        assertThat(session().composition().onboot())
                .extracting(each -> each.name())
                .containsExactly("redis");
        assertThat(session().history().get().steps())
                .extracting(Step::label)
                .containsExactly("Opened", "Add 2 components", "Add redis");
    }

    @Test
    void compositionsOpenAndWhatIsNothingIsSaid() throws IOException {
        Path file = Files.writeString(home.resolve("x.yml"), "services: []\n");
        document = Optional.empty();
        model.drop(List.of(file, home.resolve("gone")), Optional.empty());
        model.drop("redis:7", Optional.empty());
        assertThat(heard)
                .containsExactly(
                        "open x.yml",
                        "gone is neither a file nor a folder",
                        "Adds the image redis:7 as a service: open or begin a composition first");
    }
}
