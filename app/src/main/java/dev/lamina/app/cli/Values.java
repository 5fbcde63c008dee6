package dev.lamina.app.cli;

import dev.lamina.app.operation.DiskRequest;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.value.ByteSize;
import dev.lamina.vmlaunch.AcceleratorChoice;
import dev.lamina.vmlaunch.Network;
import dev.lamina.vmlaunch.PrivateNetwork;
import dev.lamina.vmlaunch.PublishedPort;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;

/// Reads the values of options. What is wrong with one is an [InputException], which [Failures] prints behind
/// the name of the option.
final class Values {
    private Values() {}

    /// A plain number is MiB, as for LinuxKit.
    static final class OfMemory implements ITypeConverter<ByteSize> {
        @Override
        public ByteSize convert(String text) {
            String withUnit = text.matches("\\d+") ? text + "M" : text;
            return ByteSize.parse(withUnit)
                    .orElseThrow(() -> new InputException(
                            "'" + text + "' is not an amount of memory",
                            "write for example 512M or 2G; a plain number is MiB"));
        }
    }

    static final class OfSize implements ITypeConverter<ByteSize> {
        @Override
        public ByteSize convert(String text) {
            return ByteSize.parse(text)
                    .orElseThrow(
                            () -> new InputException("'" + text + "' is not a size", "write for example 500M or 2G"));
        }
    }

    static final class OfDisk implements ITypeConverter<DiskRequest> {
        @Override
        public DiskRequest convert(String text) {
            return DiskRequest.parse(text);
        }
    }

    static final class OfPort implements ITypeConverter<PublishedPort> {
        @Override
        public PublishedPort convert(String text) {
            return PublishedPort.parse(text);
        }
    }

    static final class OfNetwork implements ITypeConverter<Network> {
        @Override
        public Network convert(String text) {
            return Network.parse(text);
        }
    }

    static final class OfPrivateNetwork implements ITypeConverter<PrivateNetwork> {
        @Override
        public PrivateNetwork convert(String text) {
            return PrivateNetwork.named(text);
        }
    }

    /// LinuxKit's `kvm:tcg` means: accelerated when that works, translated otherwise.
    static final class OfAccelerator implements ITypeConverter<AcceleratorChoice> {
        @Override
        public AcceleratorChoice convert(String text) {
            return AcceleratorChoice.parse(text.endsWith(":tcg") ? "auto" : text)
                    .orElseThrow(() -> new InputException(
                            "'" + text + "' is not a way to run a guest", "write auto, kvm, hvf, whpx or tcg"));
        }
    }

    static final class OfSeconds implements ITypeConverter<Duration> {
        private static final Pattern FORM = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,3})?)s?");

        @Override
        public Duration convert(String text) {
            var form = FORM.matcher(text);
            if (!form.matches()) {
                throw new InputException("'" + text + "' is not a number of seconds", "write for example 60");
            }
            return Duration.ofMillis(
                    new BigDecimal(form.group(1)).movePointRight(3).longValueExact());
        }
    }

    /// A text to look for on a console, where carriage returns do not count.
    static final class OfConsoleText implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            if (text.replace("\r", "").isEmpty()) {
                throw new InputException("an empty text is on every console", "write for example 'login:'");
            }
            return text;
        }
    }
}
