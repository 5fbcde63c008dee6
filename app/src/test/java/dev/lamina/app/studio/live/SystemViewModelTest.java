package dev.lamina.app.studio.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.operation.Vital;
import dev.lamina.app.operation.Vital.State;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.session.Lane;
import dev.lamina.app.studio.session.Live;
import dev.lamina.app.studio.session.Place;
import dev.lamina.app.studio.testing.DirectBackground;
import dev.lamina.app.studio.testing.GuestWords;
import dev.lamina.app.studio.testing.Sessions;
import dev.lamina.app.testing.FakeGuest;
import dev.lamina.app.testing.FakeVm;
import dev.lamina.vmlaunch.GuestControl.ExecResult;
import dev.lamina.vmlaunch.GuestControl.ServiceAction;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SystemViewModelTest {
    private static final Place HTTPD = new Place(Lane.SERVICES, 1);

    @TempDir
    Path home;

    private final FakeGuest guest =
            FakeGuest.answering((name, words) -> new ExecResult(0, "log of " + name + "\n", false));
    private final FakeVm machine = FakeVm.running(guest);
    private DocumentSession session = Sessions.session(Sessions.desk(Path.of("unused")), "");
    private SystemViewModel model = new SystemViewModel(session);

    @BeforeEach
    void open() {
        session = Sessions.session(Sessions.desk(home), """
            kernel: {image: lamina/kernel}
            init: [lamina/init]
            onboot: [{name: dhcp, image: lamina/dhcp}]
            services:
              - {name: getty, image: lamina/getty}
              - {name: httpd, image: lamina/httpd}
            """);
        model = new SystemViewModel(session);
    }

    private List<Vital> vitals() {
        return model.rows().stream().map(LiveRow::vital).toList();
    }

    @Test
    void everyComponentIsShownAsTheGuestToldIt() {
        session.live().begin(Live.Phase.BOOTING);
        session.live().heard(GuestWords.beginning());
        session.live().heard(GuestWords.onboot(2.2, "dhcp"));
        session.live().heard(List.of(GuestWords.service(3, "getty"), GuestWords.ready(3.1)));
        assertThat(model.rows())
                .extracting(LiveRow::name)
                .containsExactly("kernel", "lamina/init", "dhcp", "getty", "httpd");
        assertThat(vitals())
                .containsExactly(
                        new Vital(State.RUNNING, ""),
                        new Vital(State.RUNNING, ""),
                        new Vital(State.DONE, ""),
                        new Vital(State.RUNNING, ""),
                        new Vital(State.WAITING, ""));
        assertThat(session.live().phase().get()).isEqualTo(Live.Phase.READY);
    }

    @Test
    void aServiceThatDiesIsExplained() {
        session.live().begin(Live.Phase.BOOTING);
        session.live().heard(List.of(GuestWords.died(3, "httpd", "httpd: bind: Address in use")));
        session.selection().only(HTTPD);
        assertThat(model.chosen().get().flatMap(LiveRow::failure)).hasValueSatisfying(failure -> {
            assertThat(failure.signature()).isEqualTo("port-in-use");
            assertThat(failure.component()).contains("service httpd");
        });
        session.live().begin(Live.Phase.BUILDING);
        assertThat(model.chosen().get().flatMap(LiveRow::failure)).isEmpty();
    }

    @Test
    void theLogOfTheSelectedContainerIsAskedForWhileSomebodyLooks() {
        LogViewModel log = new LogViewModel(session.live(), calls(), new DirectBackground());
        log.show(Optional.of("httpd"));
        session.live().runs(machine);
        assertThat(guest.asked()).isEmpty();
        log.watch(true);
        assertThat(log.text().get()).isEqualTo("log of httpd");
        log.show(Optional.of("getty"));
        assertThat(log.text().get()).isEqualTo("log of getty");
        session.live().heard(List.of(GuestWords.died(4, "getty", "")));
        assertThat(guest.asked()).containsExactly("logs httpd", "logs getty", "logs getty");
    }

    @Test
    void aRefusalThatIsTooLongIsCut() {
        LogViewModel log = new LogViewModel(session.live(), calls(), new DirectBackground());
        log.watch(true);
        log.show(Optional.of("httpd"));
        session.live().runs(FakeVm.running(FakeGuest.answering((name, words) -> {
            throw new IllegalStateException("no\u001b[2J, ".repeat(100_000));
        })));
        assertThat(log.message().get())
                .startsWith("The system does not answer: no, no, ")
                .hasSizeLessThan(600);
    }

    private GuestCalls calls() {
        return new GuestCalls(session.live(), new DirectBackground());
    }

    @Test
    void aServiceIsRestarted() {
        session.live().runs(machine);
        new ServiceViewModel(session, calls()).ask(ServiceAction.RESTART, "httpd");
        assertThat(guest.asked()).containsExactly("RESTART httpd");
        session.live().ended(Live.Phase.OFF, "");
        new ServiceViewModel(session, calls()).ask(ServiceAction.RESTART, "httpd");
        assertThat(session.message().get()).isEqualTo("no machine of this document runs");
    }

    @Test
    void barsOfTheBootStandBesideThoseOfTheBootBefore() {
        BootViewModel boot = new BootViewModel(session.live());
        session.live().begin(Live.Phase.BOOTING);
        session.live().heard(GuestWords.beginning());
        session.live().heard(List.of(GuestWords.service(3, "getty"), GuestWords.ready(3)));
        assertThat(boot.summary().get())
                .isEqualTo(new BootViewModel.Summary(Duration.ofMillis(3500), Optional.empty()));
        session.live().begin(Live.Phase.BOOTING);
        session.live().heard(GuestWords.beginning());
        session.live().heard(List.of(GuestWords.service(2.5, "getty"), GuestWords.ready(2.5)));
        assertThat(boot.summary().get())
                .isEqualTo(new BootViewModel.Summary(Duration.ofMillis(3000), Optional.of(Duration.ofMillis(3500))));
        assertThat(boot.rows().getLast())
                .isEqualTo(new BootRow(
                        dev.lamina.app.operation.BootTimeline.Part.SERVICE,
                        "getty",
                        Duration.ofMillis(2700),
                        Duration.ofMillis(300),
                        Optional.of(Duration.ofMillis(300))));
        assertThat(Times.difference(Duration.ofMillis(-500))).isEqualTo("500 ms faster");
    }
}
