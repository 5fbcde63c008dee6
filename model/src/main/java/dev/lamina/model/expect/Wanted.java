package dev.lamina.model.expect;

import dev.lamina.model.problem.Texts;

/// What a value is to be.
public sealed interface Wanted {

    String words();

    /// Whatever it is.
    record Given() implements Wanted {
        @Override
        public String words() {
            return "is there";
        }
    }

    record Missing() implements Wanted {
        @Override
        public String words() {
            return "is not there";
        }
    }

    /// @param text of a number, a truth or a text
    record Is(String text) implements Wanted {
        @Override
        public String words() {
            return "is " + Texts.shorten(text);
        }
    }

    /// An element of a list, or a piece of a text.
    record Has(String element) implements Wanted {
        @Override
        public String words() {
            return "has " + Texts.shorten(element);
        }
    }

    record Lacks(String element) implements Wanted {
        @Override
        public String words() {
            return "does not have " + Texts.shorten(element);
        }
    }
}
