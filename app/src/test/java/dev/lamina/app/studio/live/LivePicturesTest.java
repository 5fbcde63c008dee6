package dev.lamina.app.studio.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.look.Theme;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.session.Lane;
import dev.lamina.app.studio.session.Live;
import dev.lamina.app.studio.session.Place;
import dev.lamina.app.studio.testing.GuestWords;
import dev.lamina.app.studio.testing.Legibility;
import dev.lamina.app.studio.testing.Pictures;
import dev.lamina.app.studio.testing.Sessions;
import dev.lamina.app.studio.testing.Window;
import dev.lamina.app.testing.FakeGuest;
import dev.lamina.app.testing.FakeVm;
import dev.lamina.vmlaunch.GuestControl.ExecResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.SplitPane;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Pictures to look at.
final class LivePicturesTest {
    @TempDir
    Path home;

    @ParameterizedTest
    @EnumSource(
            value = Theme.class,
            names = {"LIGHT", "DARK", "HIGH_CONTRAST"})
    void theRunningSystemAndItsBootAreDrawn(Theme theme) {
        Desk desk = Sessions.desk(home);
        DocumentSession session = Sessions.session(desk, """
            kernel: {image: lamina/kernel}
            init: [lamina/init]
            onboot: [{name: sysctl, image: lamina/sysctl}, {name: dhcp, image: lamina/dhcp}]
            services:
              - {name: getty, image: lamina/getty}
              - {name: httpd, image: lamina/httpd}
            """);
        FakeVm machine = FakeVm.running(FakeGuest.answering((name, words) -> new ExecResult(
                0, words.isEmpty() ? "listening on :80\nGET / 200\nGET /favicon.ico 404\n" : "/\u001e/srv", false)));
        try (Window window = Window.show(
                () -> {
                    SystemView system = new SystemView(session, desk);
                    BootView boot = new BootView(session, new ReplayViewModel(session.live(), desk.background()));
                    Live live = session.live();
                    boot(live, 2.6);
                    live.begin(Live.Phase.BOOTING);
                    live.runs(machine);
                    boot(live, 3.1);
                    live.heard(List.of(GuestWords.died(4, "httpd", "httpd: bind: Address in use")));
                    session.selection().only(new Place(Lane.SERVICES, 1));
                    SplitPane both = new SplitPane(system.node(), boot.node());
                    both.setOrientation(javafx.geometry.Orientation.VERTICAL);
                    return both;
                },
                1000,
                640,
                theme)) {
            assertThat(Window.call(() -> Legibility.faults(window.scene()))).isEmpty();
            assertThat(Pictures.save(window, "live-" + theme.name().toLowerCase(Locale.ROOT)))
                    .exists();
        }
    }

    private static void boot(Live live, double start) {
        live.begin(Live.Phase.BOOTING);
        live.heard(GuestWords.beginning());
        live.heard(GuestWords.onboot(2.1, "sysctl"));
        live.heard(GuestWords.onboot(start - 0.1, "dhcp"));
        live.heard(List.of(
                GuestWords.service(start + 0.6, "getty"),
                GuestWords.service(start + 0.7, "httpd"),
                GuestWords.ready(start + 0.7)));
    }
}
