package dev.lamina.vmlaunch.hyperv;

import dev.lamina.model.problem.ProblemKind;
import java.util.Arrays;
import java.util.Optional;

/// What the error numbers (HRESULTs) of the Host Compute Service, of its networks and of Windows mean for somebody who
/// starts a machine. The names are Microsoft's, without `HCS_E_` or `ERROR_`.
enum Trouble {
    TERMINATED_DURING_START(
            0x80370100,
            ProblemKind.EXTERNAL,
            "the machine ended while it started",
            "look into the event log 'Microsoft-Windows-Hyper-V-Worker-Admin' for the reason"),
    HYPERV_NOT_INSTALLED(
            0x80370102,
            ProblemKind.ENVIRONMENT,
            "the Windows hypervisor does not run",
            "turn on virtualization (VT-x or SVM) in the computer's firmware and 'Virtual Machine Platform' in the"
                    + " Windows features, run 'bcdedit /set hypervisorlaunchtype auto' as administrator and restart;"
                    + " inside a virtual machine, turn on its nested virtualization"),
    INVALID_STATE(
            0x80370105, ProblemKind.EXTERNAL, "the machine is not in the state for it", "try again, or end it first"),
    UNEXPECTED_EXIT(
            0x80370106,
            ProblemKind.EXTERNAL,
            "the machine ended unexpectedly",
            "look into the event log 'Microsoft-Windows-Hyper-V-Worker-Admin' for the reason"),
    TERMINATED(0x80370107, ProblemKind.EXTERNAL, "the machine was ended by somebody else", "start it again"),
    CONNECT_FAILED(
            0x80370108,
            ProblemKind.EXTERNAL,
            "the guest does not answer Hyper-V",
            "let its kernel have CONFIG_HYPERV_UTILS, or use the console"),
    CONNECTION_TIMEOUT(0x80370109, ProblemKind.EXTERNAL, "the guest did not answer Hyper-V in time", "try again"),
    INVALID_JSON(
            0x8037010D,
            ProblemKind.EXTERNAL,
            "this Windows does not understand the description of the machine",
            "install the updates of Windows, or take --backend qemu"),
    SYSTEM_NOT_FOUND(0x8037010E, ProblemKind.EXTERNAL, "the machine is not there any more", "start it again"),
    SYSTEM_ALREADY_EXISTS(
            0x8037010F, ProblemKind.EXTERNAL, "there is a machine with this identifier already", "try again"),
    SYSTEM_ALREADY_STOPPED(0x80370110, ProblemKind.EXTERNAL, "the machine has ended already", "start it again"),
    SERVICE_NOT_AVAILABLE(
            0x80370114,
            ProblemKind.ENVIRONMENT,
            "the Host Compute Service does not run",
            "run 'Start-Service vmcompute' in a PowerShell as administrator; if it stops again, remove vmcompute.exe"
                    + " and vmwp.exe from the program settings of Windows' exploit protection"),
    OPERATION_TIMEOUT(
            0x80370118,
            ProblemKind.EXTERNAL,
            "Hyper-V did not answer in time",
            "try again; if it stays so, run 'Restart-Service vmcompute' in a PowerShell as administrator"),
    ACCESS_DENIED(0x8037011B, ProblemKind.ENVIRONMENT, "this user may not run machines of Hyper-V", Trouble.JOIN),
    GUEST_CRITICAL_ERROR(0x8037011C, ProblemKind.EXTERNAL, "the guest crashed", "look at its console"),
    SERVICE_DISCONNECT(
            0x8037011E,
            ProblemKind.EXTERNAL,
            "the Host Compute Service ended, and the machine with it",
            "start the machine again; if it stays so, restart Windows"),
    NETWORK_NOT_FOUND(
            0x803B0001,
            ProblemKind.ENVIRONMENT,
            "Hyper-V's network 'Default Switch' is not there",
            "restart Windows, which makes it anew, or take --networking none"),
    ENDPOINT_NOT_FOUND(
            0x803B0002, ProblemKind.EXTERNAL, "the machine's network card is not there any more", "start it again"),
    FILE_NOT_FOUND(0x80070002, ProblemKind.INPUT, "Windows does not find a file of the machine", Trouble.LOCAL),
    PATH_NOT_FOUND(0x80070003, ProblemKind.INPUT, "Windows does not find a folder of the machine", Trouble.LOCAL),
    NO_FILE_ACCESS(
            0x80070005,
            ProblemKind.ENVIRONMENT,
            "Windows refuses access",
            Trouble.JOIN + "; the machine's files must be this user's own"),
    SHARING_VIOLATION(
            0x80070020,
            ProblemKind.INPUT,
            "a disk of the machine is in use",
            "end the machine or the program that uses it, or dismount it in the Explorer"),
    NO_MEMORY(0x8007000E, ProblemKind.ENVIRONMENT, "there is not enough free memory", "take less with --mem"),
    NO_SYSTEM_RESOURCES(0x800705AA, ProblemKind.ENVIRONMENT, "there is not enough free memory", "take less with --mem"),
    DISK_FULL(0x80070070, ProblemKind.ENVIRONMENT, "the disk is full", "make room on it");

    private static final String LOCAL =
            "keep the machine's files on a local disk, not in a network folder or in one of a cloud, such as OneDrive";

    /// By number, because the group has another name in every language.
    private static final String JOIN =
            "run 'Add-LocalGroupMember -SID S-1-5-32-578 -Member $env:USERNAME' in a PowerShell as administrator (the"
                    + " group Hyper-V Administrators), log off and on, or run Lamina as administrator";

    /// The facility and the severity of the service's numbers; some of its parts say `0xC037` instead.
    private static final int SERVICE = 0x80370000;

    private final int hresult;
    private final ProblemKind kind;
    private final String reason;
    private final String hint;

    Trouble(int hresult, ProblemKind kind, String reason, String hint) {
        this.hresult = hresult;
        this.kind = kind;
        this.reason = reason;
        this.hint = hint;
    }

    static Optional<Trouble> of(int hresult) {
        int usual = hresult >>> 16 == 0xC037 ? SERVICE | hresult & 0xFFFF : hresult;
        return Arrays.stream(values())
                .filter(trouble -> trouble.hresult == usual)
                .findFirst();
    }

    ProblemKind kind() {
        return kind;
    }

    /// A sentence without a full stop.
    String reason() {
        return reason;
    }

    String hint() {
        return hint;
    }
}
