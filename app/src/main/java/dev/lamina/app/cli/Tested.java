package dev.lamina.app.cli;

import dev.lamina.app.operation.TestReport;
import dev.lamina.model.problem.LaminaException;

/// What came of one file of `lamina test`.
sealed interface Tested {

    /// As the user named it.
    String file();

    /// Of the whole command when this is the worst.
    int exitCode();

    record Done(TestReport report) implements Tested {
        @Override
        public String file() {
            return report.subject();
        }

        @Override
        public int exitCode() {
            return report.passed() ? 0 : 1;
        }
    }

    /// It could not be built, or not be started.
    record Broken(String file, LaminaException problem) implements Tested {
        @Override
        public int exitCode() {
            return problem.kind().exitCode();
        }
    }
}
