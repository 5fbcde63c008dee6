package dev.lamina.app.studio.quickadd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.session.Lane;
import dev.lamina.app.studio.session.Place;
import dev.lamina.app.studio.testing.Sessions;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class QuickAddViewModelTest {
    private static final String WEB = """
        services:
          - name: web
            image: lamina/httpd
          - name: db
            image: lamina/redis
        """;

    @TempDir
    Path home;

    private DocumentSession session;
    private QuickAddViewModel model;

    @BeforeEach
    void open() {
        session = Sessions.session(Sessions.desk(home), WEB);
        model = new QuickAddViewModel(session, new SomeEntries(), offer -> {});
    }

    @Test
    void whatIsTypedFindsEntriesAndTheFirstOneIsChosen() {
        model.begin();
        assertThat(model.matches()).hasSize(7);
        model.query().set("d");
        assertThat(model.matches())
                .extracting(Entry::title)
                .containsExactly("dhcp", "sshd", "httpd", "data", "redis", "Add image d as a service");
        assertThat(model.chosen().get()).isZero();
        model.step(-1);
        assertThat(model.chosen().get()).isEqualTo(5);
        model.step(1);
        model.step(1);
        assertThat(model.chosen().get()).isEqualTo(1);
    }

    @Test
    void enterAddsToTheUsualLaneAndCloses() {
        model.begin();
        model.query().set("dhcp");
        model.add(false);
        assertThat(model.open().get()).isFalse();
        assertThat(session.text().get()).isEqualTo("onboot:\n  - name: dhcp\n    image: lamina/dhcp\n" + WEB);
        assertThat(session.selection().single().get()).contains(new Place(Lane.ONBOOT, 0));
        assertThat(session.history().get().undoable().orElseThrow().label()).isEqualTo("Add dhcp");
    }

    @Test
    void chainsComeOneBehindTheOther() {
        session.selection().only(new Place(Lane.SERVICES, 0));
        model.begin();
        model.query().set("sshd");
        model.add(true);
        assertThat(model.open().get()).isTrue();
        assertThat(model.query().get()).isEmpty();
        assertThat(model.message().get()).isEqualTo("Added sshd. What next?");
        model.query().set("nginx");
        model.add(false);
        assertThat(session.composition().services())
                .extracting(each -> each.name())
                .containsExactly("web", "sshd", "nginx", "db");
    }

    @Test
    void aLaneThatIsGivenGetsWhatFitsThere() {
        model.begin(Lane.ONBOOT, 0);
        assertThat(model.matches()).extracting(Entry::title).doesNotContain("data");
        model.query().set("sshd");
        model.add(false);
        assertThat(session.composition().onboot())
                .extracting(each -> each.name())
                .containsExactly("sshd");
    }

    @Test
    void imagesAndPathsCanBeAddedThatNobodyOffers() {
        model.begin();
        model.query().set("nginx:1.27");
        assertThat(model.matches()).extracting(Entry::title).containsExactly("Add image nginx:1.27 as a service");
        model.query().set("/etc/motd");
        assertThat(model.matches()).extracting(Entry::title).containsExactly("Add file /etc/motd");
        model.add(true);
        assertThat(session.composition().files().getFirst().path()).isEqualTo("etc/motd");
        model.begin(Lane.ONBOOT, 0);
        model.query().set("alpine:3.20");
        assertThat(model.matches()).extracting(Entry::title).containsExactly("Add image alpine:3.20 to onboot");
    }

    @Test
    void whatIsNothingIsSaid() {
        model.begin();
        model.query().set("What ever");
        assertThat(model.matches()).isEmpty();
        assertThat(model.message().get()).startsWith("Nothing is called What ever");
        model.add(false);
        assertThat(model.open().get()).isTrue();
        assertThat(session.text().get()).isEqualTo(WEB);
    }
}
