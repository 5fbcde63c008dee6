package dev.lamina.app.studio.run;

import dev.lamina.app.operation.BuildImage;
import dev.lamina.app.operation.MachineOptions;
import dev.lamina.app.operation.VmPrograms;
import dev.lamina.app.studio.base.Background;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.session.Dragging;
import dev.lamina.app.studio.testing.OwnClipboard;
import dev.lamina.app.studio.testing.PlayedOperations;
import dev.lamina.app.studio.testing.Sessions;
import dev.lamina.app.testing.FakeHypervisor;
import dev.lamina.app.testing.FakeVm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// A document with its run, where only the builder and the hypervisor are played.
final class RunFixture {
    static final String DOCUMENT = """
        kernel:
          image: lamina/kernel
        init: [lamina/init, lamina/runtime]
        services:
          - name: web
            image: lamina/httpd
        """;

    final ObjectProperty<MachineOptions> options = new SimpleObjectProperty<>(MachineOptions.DEFAULT);
    final DocumentSession session;
    final RunViewModel model;
    final Holding holding;
    final SnapshotsViewModel snapshots;
    private final FakeHypervisor hypervisor;
    private final Path home;

    /// Counted down to let builds end.
    CountDownLatch build = new CountDownLatch(0);

    /// What is wrong with the disk that is built on.
    Optional<IOException> disk = Optional.empty();

    RunFixture(Path home, Background background, FakeHypervisor hypervisor) {
        this.home = home;
        this.hypervisor = hypervisor;
        Desk desk = new Desk(new Wired(), background, new OwnClipboard(), new Dragging(), Clock.systemUTC());
        this.session = Sessions.session(desk, DOCUMENT);
        this.model = new RunViewModel(session, desk, () -> "web.yml", options::get, () -> VmPrograms.USUAL);
        this.holding = new Holding(model);
        this.snapshots = new SnapshotsViewModel(model.live(), background);
    }

    RunFixture(Path home, Background background, Consumer<FakeVm> play) {
        this(home, background, new FakeHypervisor(play));
    }

    FakeHypervisor hypervisor() {
        return hypervisor;
    }

    FakeVm vm(int index) {
        return hypervisor.machines().get(index);
    }

    RunStatus status() {
        return new RunStatus(model, holding);
    }

    void reset() {
        new Reset(model, snapshots).begin();
    }

    private final class Wired extends PlayedOperations {
        Wired() {
            super(home, hypervisor);
        }

        @Override
        public BuildImage buildImage() {
            BuildImage played = super.buildImage();
            return (request, reporter) -> {
                try {
                    build.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                disk.ifPresent(wrong -> {
                    throw new UncheckedIOException(wrong);
                });
                return played.build(request, reporter);
            };
        }
    }
}
