package dev.lamina.app.operation;

import dev.lamina.vmlaunch.BackgroundVm;
import dev.lamina.vmlaunch.DetachedVm;
import dev.lamina.vmlaunch.Hypervisor;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which machines are there, for whoever only looks: unlike [Machines] it clears up after none.
///
/// @param running by name
/// @param dead in the background, and ended without Lamina
record MachineCensus(List<String> running, List<String> dead) {

    /// @param folder holds a folder for each machine
    /// @param hypervisors who may own machines in the background
    static MachineCensus take(Path folder, List<Hypervisor> hypervisors) throws IOException {
        List<String> running = new ArrayList<>();
        List<String> dead = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> machines = Files.newDirectoryStream(folder, Files::isDirectory)) {
                for (Path machine : machines) {
                    count(machine, hypervisors, running, dead);
                }
            }
        }
        return new MachineCensus(
                running.stream().sorted().toList(), dead.stream().sorted().toList());
    }

    private static void count(Path machine, List<Hypervisor> hypervisors, List<String> running, List<String> dead)
            throws IOException {
        Optional<MachineRecord> known = MachineRecord.read(machine).filter(record -> machine.endsWith(record.name()));
        if (known.isEmpty()) {
            return;
        }
        Optional<DetachedVm> detached = known.get().detached();
        if (detached.isPresent()) {
            boolean runs = hypervisors.stream()
                    .flatMap(hypervisor -> hypervisor.background(detached.get()).stream())
                    .anyMatch(BackgroundVm::runs);
            (runs ? running : dead).add(known.get().name());
        } else if (MachineFolder.isClaimed(machine)) {
            running.add(known.get().name());
        }
    }
}
