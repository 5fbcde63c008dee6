package dev.lamina.vmlaunch;

import dev.lamina.model.problem.InputException;
import java.util.Optional;
import java.util.regex.Pattern;

/// A network of machines of this computer alone: those that name it are in it, each with a card of its own,
/// besides the card that leads to the host. Nobody gives addresses there, and nothing leads out of it.
///
/// @param name letters, digits, `.`, `_` and `-`, at most 32 characters
/// @param mac of the machine's card; empty for the hypervisor's usual one, which other machines may have too
public record PrivateNetwork(String name, Optional<String> mac) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,31}");

    public PrivateNetwork {
        if (!NAME.matcher(name).matches()) {
            throw new InputException(
                    "'" + name.replaceAll("\\p{Cntrl}", " ") + "' cannot name a private network",
                    "use letters, digits, '.', '_' and '-', at most 32, for example lab");
        }
    }

    public static PrivateNetwork named(String name) {
        return new PrivateNetwork(name, Optional.empty());
    }

    public PrivateNetwork withMac(String value) {
        return new PrivateNetwork(name, Optional.of(value));
    }
}
