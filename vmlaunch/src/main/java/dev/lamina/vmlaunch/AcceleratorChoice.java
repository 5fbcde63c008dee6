package dev.lamina.vmlaunch;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Which accelerator the user wants.
public enum AcceleratorChoice {
    /// The best one that was seen to work on this machine; [Accelerator#TCG] when none does.
    AUTO(Optional.empty()),
    KVM(Optional.of(Accelerator.KVM)),
    HVF(Optional.of(Accelerator.HVF)),
    WHPX(Optional.of(Accelerator.WHPX)),
    TCG(Optional.of(Accelerator.TCG));

    private final Optional<Accelerator> accelerator;

    AcceleratorChoice(Optional<Accelerator> accelerator) {
        this.accelerator = accelerator;
    }

    /// The named accelerator; empty for [#AUTO].
    public Optional<Accelerator> accelerator() {
        return accelerator;
    }

    /// The choice of exactly this one.
    public static AcceleratorChoice of(Accelerator accelerator) {
        return switch (accelerator) {
            case KVM -> KVM;
            case HVF -> HVF;
            case WHPX -> WHPX;
            case TCG -> TCG;
        };
    }

    public static Optional<AcceleratorChoice> parse(String text) {
        return Arrays.stream(values())
                .filter(choice -> choice.toString().equals(text.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
