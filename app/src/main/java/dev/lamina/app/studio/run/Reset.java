package dev.lamina.app.studio.run;

import dev.lamina.app.operation.MachineData;
import dev.lamina.app.operation.MachineOptions;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.run.Notice.Kind;
import dev.lamina.app.studio.run.Notice.Remedy;
import dev.lamina.model.problem.LaminaException;
import dev.lamina.vmlaunch.Feature;
import dev.lamina.vmlaunch.VmHandle;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Ends the machine, throws away what it wrote, and boots again as for the first time. Asks first when
/// there is something that would be lost. A machine that keeps a state named `clean`, of the text as it is
/// now, goes back to that instead, which takes a moment.
final class Reset {
    private static final Texts TEXTS = Texts.of(Reset.class);

    private final RunViewModel model;
    private final SnapshotsViewModel snapshots;
    private final MachineData data;

    Reset(RunViewModel model, SnapshotsViewModel snapshots) {
        this.model = model;
        this.snapshots = snapshots;
        this.data = model.desk().operations().machineData();
    }

    void begin() {
        String name = model.live()
                .machine()
                .get()
                .map(VmHandle::name)
                .orElseGet(() -> model.wish().source().effectiveName());
        Optional<VmHandle> same = model.live().machine().get().filter(vm -> isUpToDate());
        model.desk().background().files(() -> look(name, same), this::ask, model::tell);
    }

    private boolean isUpToDate() {
        String text = model.session().text().get();
        return model.running()
                .get()
                .filter(running -> running.text().equals(text))
                .isPresent();
    }

    /// @param stays there is a disk that nobody could make again
    /// @param clean the machine can go back instead
    private record Loss(List<Path> files, boolean stays, boolean clean) {}

    private Loss look(String name, Optional<VmHandle> same) {
        MachineOptions options = model.options().get();
        boolean stays = options.disks().stream()
                .anyMatch(disk -> disk.file().isPresent() && disk.size().isEmpty());
        return new Loss(
                data.of(name, options), stays, same.filter(Reset::keepsClean).isPresent());
    }

    private static boolean keepsClean(VmHandle vm) {
        try {
            return vm.features().contains(Feature.SNAPSHOTS)
                    && vm.snapshots().list().stream()
                            .anyMatch(snapshot -> snapshot.name().equals(SnapshotsViewModel.CLEAN));
        } catch (LaminaException e) {
            return false; // then as without
        }
    }

    private void ask(Loss loss) {
        if (loss.clean) {
            snapshots.restoreClean();
        } else if (loss.files.isEmpty()) {
            doIt(List.of());
        } else {
            question(loss);
        }
    }

    private void question(Loss loss) {
        String names = loss.files.stream().map(Path::toString).collect(Collectors.joining(", "));
        model.show(Notice.of(
                Kind.WARNING,
                TEXTS.get("reset.question", names),
                loss.stays ? TEXTS.get("reset.stays") : "",
                new Remedy(TEXTS.get("remedy.reset"), () -> doIt(loss.files)),
                new Remedy(TEXTS.get("remedy.cancel"), () -> {})));
    }

    private void doIt(List<Path> lost) {
        model.forceStopThen(() -> model.desk()
                .background()
                .files(
                        () -> {
                            data.remove(lost);
                            return lost;
                        },
                        gone -> model.run(),
                        model::tell));
    }
}
