package dev.lamina.model.check.order;

import dev.lamina.model.check.Check;
import java.util.List;

/// The rules of the order of the boot.
public final class OrderChecks {
    private OrderChecks() {}

    public static List<Check> all() {
        return List.of(new BootOrder(), new EndlessOnboot());
    }
}
