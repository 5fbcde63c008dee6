package dev.lamina.vmlaunch.natives;

import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;
import com.sun.jna.NativeLong;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.LongByReference;
import java.util.Optional;

/// Cheap questions to the systems' interfaces for virtualization. "No" is reliable; "yes" only means that a trial is
/// worth it.
public final class AcceleratorDevices {
    private static final Answer NO_LIBRARY = Answer.no("the C library cannot be called", "run a Java for this system");

    private AcceleratorDevices() {}

    /// @param reason why not, as part of a sentence; empty when it opens
    /// @param fix what to do about it
    public record Answer(Optional<String> reason, Optional<String> fix) {
        static final Answer YES = new Answer(Optional.empty(), Optional.empty());

        static Answer no(String reason, String fix) {
            return new Answer(Optional.of(reason), Optional.of(fix));
        }

        public boolean opens() {
            return reason.isEmpty();
        }
    }

    /// Linux: opens `/dev/kvm`, asks for the version and makes an empty machine.
    public static Answer kvm() {
        try {
            return Kvm.ask();
        } catch (LinkageError e) {
            return NO_LIBRARY;
        }
    }

    /// macOS: `sysctl kern.hv_support`. Not yet seen on a real macOS.
    public static Answer hvf() {
        try {
            Memory value = new Memory(Integer.BYTES);
            value.clear();
            LongByReference length = new LongByReference(Integer.BYTES);
            int failed = LibC.load().sysctlbyname("kern.hv_support", value, length, null, new NativeLong(0));
            return failed == 0 && value.getInt(0) == 1
                    ? Answer.YES
                    : Answer.no("this Mac has no Hypervisor.framework", "virtual machines themselves seldom have it");
        } catch (LinkageError e) {
            return NO_LIBRARY;
        }
    }

    /// Windows: `WHvGetCapability(WHvCapabilityCodeHypervisorPresent)`. Not yet seen on a real Windows.
    public static Answer whpx() {
        return whpx(NativeLibraries.ofThisSystem());
    }

    static Answer whpx(NativeLibraries libraries) {
        String fix = "turn on 'Windows Hypervisor Platform' in the Windows features and restart";
        try {
            return isHypervisorPresent(libraries) ? Answer.YES : Answer.no("the Windows hypervisor does not run", fix);
        } catch (LinkageError e) {
            return Answer.no("the Windows Hypervisor Platform is not installed", fix);
        }
    }

    /// Windows: whether it is certain that its hypervisor does not run. Without the platform that would know, it is
    /// not.
    public static boolean isWindowsHypervisorOff() {
        try {
            return !isHypervisorPresent(NativeLibraries.ofThisSystem());
        } catch (LinkageError e) {
            return false;
        }
    }

    private static boolean isHypervisorPresent(NativeLibraries libraries) {
        Memory present = new Memory(8);
        present.clear();
        int result = WinHvPlatform.load(libraries)
                .WHvGetCapability(
                        WinHvPlatform.CAPABILITY_HYPERVISOR_PRESENT,
                        present,
                        (int) present.size(),
                        new IntByReference());
        return result == 0 && present.getInt(0) != 0;
    }

    /// `linux/kvm.h`.
    private static final class Kvm {
        /// `_IO(0xAE, 0x00)`.
        private static final long KVM_GET_API_VERSION = 0xAE00;
        /// `_IO(0xAE, 0x01)`.
        private static final long KVM_CREATE_VM = 0xAE01;

        private static final int STABLE_API = 12;

        private static final int EACCES = 13;
        private static final int EPERM = 1;
        private static final int ENOENT = 2;
        private static final int EBUSY = 16;

        /// `O_RDWR | O_CLOEXEC` on all Linux architectures that Java runs on.
        private static final int OPEN_FLAGS = 0x2 | 0x80000;

        static Answer ask() {
            LibC libc = LibC.load();
            int kvm = -1;
            int machine = -1;
            try {
                kvm = libc.open("/dev/kvm", OPEN_FLAGS);
                int version = libc.ioctl(kvm, new NativeLong(KVM_GET_API_VERSION), 0L);
                if (version != STABLE_API) {
                    return Answer.no("/dev/kvm speaks version " + version + " of its interface", "update the kernel");
                }
                machine = libc.ioctl(kvm, new NativeLong(KVM_CREATE_VM), 0L);
                return Answer.YES;
            } catch (LastErrorException e) {
                return explain(e.getErrorCode());
            } finally {
                close(libc, machine);
                close(libc, kvm);
            }
        }

        private static void close(LibC libc, int descriptor) {
            if (descriptor >= 0) {
                libc.close(descriptor);
            }
        }

        private static Answer explain(int errno) {
            return switch (errno) {
                case EACCES, EPERM ->
                    Answer.no(
                            "/dev/kvm may not be opened by this user", "sudo usermod -aG kvm $USER, then log in again");
                case ENOENT ->
                    Answer.no(
                            "there is no /dev/kvm",
                            "turn on virtualization in the firmware, or nested virtualization of the outer machine");
                case EBUSY ->
                    Answer.no("another hypervisor holds the processor's virtualization", "stop VirtualBox or the like");
                default -> Answer.no("/dev/kvm does not work (error " + errno + ")", "see dmesg");
            };
        }
    }
}
