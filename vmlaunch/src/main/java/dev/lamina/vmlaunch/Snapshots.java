package dev.lamina.vmlaunch;

import java.util.List;

/// The kept states of one machine. Calls wait for the hypervisor; the guest stands still meanwhile.
///
/// All throw [dev.lamina.model.problem.InputException] when the machine cannot have snapshots or there is none of
/// that name, and [dev.lamina.model.problem.ExternalException] when the hypervisor fails.
public interface Snapshots {

    /// Keeps the present state; one of the same name is replaced.
    void save(String name);

    /// Brings a state back. The machine runs afterwards, and its clock is what it was then.
    void restore(String name);

    void remove(String name);

    /// The oldest first.
    List<Snapshot> list();
}
