package dev.lamina.vmlaunch;

import dev.lamina.model.problem.EnvironmentException;

/// The guest needs more memory than it was given, or the host has less than the guest was given.
public final class NotEnoughMemoryException extends EnvironmentException {

    private NotEnoughMemoryException(String message, String hint) {
        super(message, hint);
    }

    public static NotEnoughMemoryException inGuest(long givenMib, long neededMib) {
        return new NotEnoughMemoryException(
                givenMib + " MiB of memory are too little for this image, whose kernel and initrd need at least "
                        + neededMib + " MiB",
                "give the machine more with --mem " + neededMib + "M");
    }

    public static NotEnoughMemoryException onHost(long wantedMib, long availableMib) {
        return new NotEnoughMemoryException(
                "the machine is to have " + wantedMib + " MiB of memory, but only " + availableMib
                        + " MiB are available here",
                "give it less with --mem, or close other programs");
    }

    public static NotEnoughMemoryException refused(long wantedMib) {
        return new NotEnoughMemoryException(
                "the system refused " + wantedMib + " MiB of memory for the machine", "give it less with --mem");
    }
}
