package dev.lamina.app.studio.run;

import dev.lamina.app.operation.BootSource;
import dev.lamina.app.operation.Operations;
import dev.lamina.app.operation.PreparedSystem;
import dev.lamina.app.operation.RunVm;
import dev.lamina.app.operation.Surroundings;
import dev.lamina.app.operation.VmPrograms;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.model.edit.Document;
import dev.lamina.model.problem.CancelledException;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.ByteSize;
import dev.lamina.model.yaml.ReadResult;
import dev.lamina.vmlaunch.VmHandle;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Supplier;

/// Builds the text of a document and starts it, in the background. Works for a text that no file has:
/// names of files in it are relative to the folder in which Lamina was started.
final class Launcher {
    private final Desk desk;
    private final Supplier<VmPrograms> programs;

    /// @param programs what runs machines, when the user names something; asked in the background
    Launcher(Desk desk, Supplier<VmPrograms> programs) {
        this.desk = desk;
        this.programs = programs;
    }

    private RunVm runVm() {
        VmPrograms wanted = programs.get();
        Operations operations = desk.operations();
        return (wanted.equals(VmPrograms.USUAL) ? operations : operations.withPrograms(wanted)).runVm();
    }

    /// What is to run.
    ///
    /// @param named what machine and build are called after: the file, or the title of a text that has none
    /// @param known the document of an earlier text
    record Wish(String named, Document known, String text, Adjusted options) {
        BootSource source() {
            return BootSource.quick(named);
        }

        /// Takes time when the text is new, and reads files.
        RunVm.Request request() {
            ReadResult read = known.with(text).read();
            return new RunVm.Request(source(), Optional.of(read), options.get());
        }
    }

    /// Starts the machine when the system is built.
    interface Starter {
        VmHandle start(RunVm runVm, PreparedSystem system, Reporter reporter) throws IOException, InterruptedException;
    }

    /// @param built called in the background when the system is built, before it starts
    Launch launch(Wish wish, Reporter reporter, Runnable built, Starter starter) {
        try {
            return launch(runVm(), wish, reporter, built, starter);
        } catch (RuntimeException e) {
            return new Launch.Failed(Surroundings.explain(e), Optional.empty());
        }
    }

    private static Launch launch(RunVm runVm, Wish wish, Reporter reporter, Runnable built, Starter starter) {
        Optional<ByteSize> comfortable = Optional.empty();
        try (PreparedSystem system = prepare(runVm, wish, reporter)) {
            comfortable = system.comfortableMemory();
            reporter.checkCancelled();
            built.run();
            VmHandle vm = starter.start(runVm, system, reporter);
            return new Launch.Started(
                    vm, new Running(wish.text(), system.request().machine(), comfortable));
        } catch (CancelledException e) {
            return new Launch.Cancelled();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Launch.Cancelled();
        } catch (IOException | RuntimeException e) {
            return new Launch.Failed(Surroundings.explain(e), comfortable);
        }
    }

    private static PreparedSystem prepare(RunVm runVm, Wish wish, Reporter reporter) throws IOException {
        return runVm.prepare(wish.request(), InputStream.nullInputStream(), reporter);
    }
}
