package dev.lamina.app.cli;

import dev.lamina.model.check.Profile;
import dev.lamina.model.check.Severity;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Options that take one of a few words of the model.
final class Words {
    private Words() {}

    static final class OfProfile implements ITypeConverter<Profile> {
        @Override
        public Profile convert(String text) {
            return Profile.parse(text).orElseThrow(() -> noneOf(Profile.texts(), text));
        }
    }

    static final class Profiles implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Profile.texts().iterator();
        }
    }

    static final class OfSeverity implements ITypeConverter<Severity> {
        @Override
        public Severity convert(String text) {
            return Severity.parse(text).orElseThrow(() -> noneOf(Severity.texts(), text));
        }
    }

    static final class Severities implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Severity.texts().iterator();
        }
    }

    private static TypeConversionException noneOf(List<String> words, String text) {
        return new TypeConversionException("expected one of " + String.join(", ", words) + " but was '" + text + "'");
    }
}
