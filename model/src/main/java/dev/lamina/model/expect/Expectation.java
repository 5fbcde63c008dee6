package dev.lamina.model.expect;

import dev.lamina.model.problem.Texts;
import java.util.Optional;
import java.util.OptionalInt;

/// What is to be so: in the text of a system, or in the system while it runs. Lessons check their
/// steps by it; it says what is expected and not how to find out.
public sealed interface Expectation {

    /// As what is to be so, e.g. `the console shows "login:"`.
    String words();

    /// Known without starting anything.
    sealed interface OfDocument extends Expectation {}

    /// Known only of a system that was started.
    sealed interface OfMachine extends Expectation {

        /// Whether it can still be told when the machine has ended.
        default boolean lasts() {
            return switch (this) {
                case Console console -> true;
                case Ready ready -> true;
                case Event event -> true;
                case Explained explained -> true;
                case Service service -> false;
                case Exec exec -> false;
                case Log log -> false;
                case Http http -> false;
                case Tcp tcp -> false;
            };
        }
    }

    /// A rule finds something.
    ///
    /// @param rule its code, e.g. `PRV01`
    /// @param component the name of a container; empty for anywhere
    record Finding(String rule, Optional<String> component) implements OfDocument {
        @Override
        public String words() {
            return "the rule " + rule + " finds something" + of(component);
        }
    }

    /// A rule finds nothing.
    record Gone(String rule, Optional<String> component) implements OfDocument {
        @Override
        public String words() {
            return "the rule " + rule + " finds nothing" + of(component);
        }
    }

    /// What a container will be, whoever says so: the document, the label of its image, or the default.
    ///
    /// @param member of its runtime spec, e.g. `root.readonly` or `mounts[/tmp]`, as
    /// `lamina resolve` shows it
    record Value(String component, String member, Wanted wanted) implements OfDocument {
        @Override
        public String words() {
            return component + ": " + member + " " + wanted.words();
        }
    }

    /// A text on the console, since the start.
    record Console(String text) implements OfMachine {
        @Override
        public String words() {
            return "the console shows " + Texts.quote(text);
        }
    }

    /// All that starts at boot has started: the init says so.
    record Ready() implements OfMachine {
        @Override
        public String words() {
            return "the system is ready";
        }
    }

    record Service(String name, State state) implements OfMachine {
        public enum State {
            RUNNING("runs"),
            DOWN("is down");

            private final String words;

            State(String words) {
                this.words = words;
            }
        }

        @Override
        public String words() {
            return "the service " + name + " " + state.words;
        }
    }

    /// What a command line does, in the root of the system or in a service.
    ///
    /// @param code with which it is to end; empty for any but 0
    /// @param output all that it prints, without blanks around it
    /// @param contains a piece of what it prints
    record Exec(
            String command,
            Optional<String> service,
            OptionalInt code,
            Optional<String> output,
            Optional<String> contains)
            implements OfMachine {
        @Override
        public String words() {
            return Texts.quote(command)
                    + service.map(name -> " in " + name).orElse("")
                    + ending()
                    + output.map(text -> " and prints " + Texts.quote(text)).orElse("")
                    + contains.map(text -> " and says " + Texts.quote(text)).orElse("");
        }

        private String ending() {
            return code.isEmpty()
                    ? " fails"
                    : code.getAsInt() == 0 ? " succeeds" : " ends with code " + code.getAsInt();
        }

        /// Whether an exit code is as expected.
        public boolean endsWith(int exitCode) {
            return code.isEmpty() ? exitCode != 0 : exitCode == code.getAsInt();
        }
    }

    /// What a container of any section wrote.
    record Log(String component, String contains) implements OfMachine {
        @Override
        public String words() {
            return component + " writes " + Texts.quote(contains);
        }
    }

    /// The answer to a request to this computer.
    ///
    /// @param address of the web, on the loopback
    record Http(String address, int status, Optional<String> contains) implements OfMachine {
        @Override
        public String words() {
            return address + " answers with " + status
                    + contains.map(text -> " and a page with " + Texts.quote(text))
                            .orElse("");
        }
    }

    /// Somebody listens behind a published port.
    ///
    /// @param port of this computer
    record Tcp(int port) implements OfMachine {
        @Override
        public String words() {
            return "port " + port + " of this computer can be connected to";
        }
    }

    /// Something that the guest told on its channel of events.
    ///
    /// @param kind e.g. `exit`
    /// @param name of the container
    /// @param code with which it ended
    /// @param reason a piece of it
    record Event(String kind, Optional<String> name, Optional<String> code, Optional<String> reason)
            implements OfMachine {
        @Override
        public String words() {
            return "the system tells of " + kind
                    + name.map(text -> " of " + text).orElse("")
                    + code.map(text -> " with code " + text).orElse("")
                    + reason.map(text -> " because of " + Texts.quote(text)).orElse("");
        }
    }

    /// Lamina's own explanation of a boot that went wrong.
    ///
    /// @param failure its name in `docs/boot-failures.md`, e.g. `no-init`
    /// @param component e.g. `service web`
    record Explained(String failure, Optional<String> component) implements OfMachine {
        @Override
        public String words() {
            return "the boot fails with " + failure
                    + component.map(text -> " of " + text).orElse("");
        }
    }

    private static String of(Optional<String> component) {
        return component.map(name -> " in " + name).orElse("");
    }
}
