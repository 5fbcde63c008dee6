package dev.lamina.app.studio.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.doctor.Check;
import dev.lamina.app.doctor.Computers;
import dev.lamina.app.doctor.Doctor;
import dev.lamina.app.doctor.Group;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.testing.HeldBackground;
import dev.lamina.app.studio.testing.Sessions;
import dev.lamina.model.problem.CancelledException;
import dev.lamina.model.problem.EnvironmentException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
final class DoctorViewModelTest {
    @TempDir
    Path home;

    private Desk desk;

    @BeforeEach
    void makeDesk() {
        desk = Sessions.desk(home);
    }

    private DoctorViewModel model(String computer) {
        return model(() -> Objects.requireNonNull(Computers.all().get(computer))
                .apply(home.resolve(computer))
                .doctor());
    }

    private DoctorViewModel model(Supplier<Doctor> doctor) {
        return new DoctorViewModel(desk, doctor);
    }

    @Test
    void itLooksWhenItIsOpenedAndNotBefore() {
        List<String> asked = new ArrayList<>();
        DoctorViewModel model = model(() -> {
            asked.add("doctor");
            return Computers.linuxWithKvm(home.resolve("one")).doctor();
        });
        assertThat(asked).isEmpty();
        assertThat(model.diagnosis().get()).isEmpty();
        model.open();
        assertThat(model.shown().get()).isTrue();
        assertThat(asked).hasSize(1);
        assertThat(model.diagnosis().get()).isPresent();
        assertThat(model.working().get()).isEmpty();
        model.close();
        assertThat(model.shown().get()).isFalse();
    }

    @Test
    void onlyWhatIsNotWellIsLeft() {
        DoctorViewModel model = model("linux-no-firmware");
        model.open();
        assertThat(model.troubles()).isEqualTo(3);
        model.troubleOnly().set(true);
        assertThat(model.groups()).containsExactly(Group.RUNNING, Group.GUESTS);
        assertThat(model.checks(Group.RUNNING)).extracting(Check::id).containsExactly("ports");
    }

    @Test
    void theNetworkIsAskedOnlyWhenSomebodyWantsIt() {
        DoctorViewModel model = model("linux-kvm");
        model.open();
        assertThat(model.checks(Group.NETWORK)).extracting(Check::id).containsExactly("proxy");
        model.askNetwork();
        assertThat(model.checks(Group.NETWORK)).extracting(Check::id).containsExactly("proxy", "reach.registry");
    }

    @Test
    void theReportIsMarkdown() {
        DoctorViewModel model = model("linux-no-qemu");
        model.open();
        model.copyReport();
        assertThat(desk.clipboard().get().orElse(""))
                .startsWith("""
                    **This computer builds systems, but cannot boot them: qemu-system-x86_64 was not found on the PATH or in the usual folders.**

                    ### This computer

                    | | | |
                    |---|---|---|
                    | ok | Operating system | Debian GNU/Linux 13 (trixie), kernel 6.12.57 |
                    """)
                .contains("| **missing** | QEMU | qemu-system-x86\\_64 was not found");
    }

    @Test
    void whatGoesWrongIsSaid() {
        DoctorViewModel model = model(() -> {
            throw new EnvironmentException("the disk is full", null);
        });
        model.open();
        assertThat(model.message().get()).isEqualTo("This computer could not be looked at: the disk is full");
        assertThat(model.working().get()).isEmpty();
    }

    @Test
    void anEarlierQuestionThatFailsSaysNothingOfTheLaterOne() {
        HeldBackground background = new HeldBackground();
        desk = Sessions.desk(home, background);
        AtomicBoolean broken = new AtomicBoolean(true);
        DoctorViewModel model = model(() -> {
            if (broken.getAndSet(false)) {
                throw new EnvironmentException("the disk is full", null);
            }
            return Computers.linuxWithKvm(home.resolve("one")).doctor();
        });
        model.look();
        model.askNetwork();
        background.next();
        assertThat(model.message().get()).isEmpty();
        assertThat(model.working().get()).startsWith("Asking the servers");
        background.next();
        assertThat(model.working().get()).isEmpty();
        assertThat(model.diagnosis().get()).isPresent();
    }

    @Test
    void aTrialThatIsStoppedIsNoFailure() {
        DoctorViewModel model = model(() -> {
            throw new CancelledException();
        });
        model.tryAcceleration();
        assertThat(model.message().get()).isEmpty();
        assertThat(model.working().get()).isEmpty();
    }

    @Test
    void onlyPagesOfTheWebAreOpened() {
        DoctorViewModel model = model("linux-kvm");
        model.follow(URI.create("file:///etc/passwd"));
        assertThat(model.message().get()).isEqualTo("'file:///etc/passwd' is no address of a page");
    }
}
