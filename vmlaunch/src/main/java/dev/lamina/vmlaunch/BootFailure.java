package dev.lamina.vmlaunch;

import java.util.Optional;

/// Something that went wrong in a guest, in plain words. Text that comes from the guest (`component`, `line`, and what
/// `reason` and `fix` quote of them) is safe to print but not to be believed.
///
/// @param signature the stable name of what was recognised, e.g. `port-in-use`; `docs/boot-failures.md` has them all
/// @param component what failed, when it can be told: `service web`, `onboot dhcp`, `kernel`, `initrd`
/// @param line what was seen, without escape sequences; empty when nothing was
/// @param reason what likely happened
/// @param rule the code of the validator's rule that can tell before the boot, e.g. `MNT01`
/// @param fix what to do
/// @param fatal nothing more will happen in the guest
public record BootFailure(
        String signature,
        Optional<String> component,
        String line,
        String reason,
        Optional<String> rule,
        String fix,
        boolean fatal) {}
