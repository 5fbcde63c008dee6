package dev.lamina.app.operation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;

/// The folders of a running machine: the one that holds its name, and the one for what it keeps, which may be the same.
record MachinePlace(MachineFolder named, Optional<MachineFolder> chosen) implements AutoCloseable {

    /// @param state the user's choice
    static MachinePlace of(MachineFolder named, Optional<Path> state, Predicate<Path> free) throws IOException {
        boolean claimed = false;
        try {
            Optional<MachineFolder> chosen = state.isPresent()
                    ? Optional.of(MachineFolder.claimState(state.get(), named.name(), free))
                    : Optional.empty();
            claimed = true;
            return new MachinePlace(named, chosen);
        } finally {
            if (!claimed) {
                named.close();
            }
        }
    }

    String name() {
        return named.name();
    }

    /// Where disks without a path, the network card's address, metadata and firmware settings are.
    Path state() {
        return chosen.orElse(named).path();
    }

    /// Tells others what runs here: by its name, and by the folder that the user chose.
    void record(MachineRecord machine) throws IOException {
        machine.write(named.path());
        if (chosen.isPresent()) {
            machine.write(chosen.get().path());
        }
    }

    void forget() {
        MachineRecord.remove(named.path());
        chosen.ifPresent(folder -> MachineRecord.remove(folder.path()));
    }

    @Override
    public void close() {
        chosen.ifPresent(MachineFolder::close);
        named.close();
    }
}
