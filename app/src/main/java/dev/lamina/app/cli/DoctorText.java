package dev.lamina.app.cli;

import dev.lamina.app.doctor.Check;
import dev.lamina.app.doctor.Cure;
import dev.lamina.app.doctor.Diagnosis;
import dev.lamina.app.doctor.Group;
import dev.lamina.app.doctor.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What `lamina doctor` prints for people: the verdict, then each check with its cure, by what they are
/// about.
final class DoctorText {
    private static final int OUTCOME = 9;
    /// Long words are wrapped so that they end here.
    private static final int COLUMNS = 100;

    private static final String FIX = "fix: ";
    private static final String HANGING = " ".repeat(FIX.length());

    private final Paint paint;

    DoctorText(Paint paint) {
        this.paint = paint;
    }

    String of(Diagnosis diagnosis) {
        StringBuilder text = new StringBuilder();
        String verdict = diagnosis.verdict();
        text.append(diagnosis.works() ? paint.added(verdict) : paint.removed(verdict))
                .append('\n');
        int titles = diagnosis.checks().stream()
                .mapToInt(check -> check.title().length())
                .max()
                .orElse(0);
        for (Group group : diagnosis.groups()) {
            text.append('\n').append(paint.title(group.title())).append('\n');
            for (Check check : diagnosis.of(group)) {
                row(text, check, titles, found(check, diagnosis));
            }
        }
        return text.toString();
    }

    /// Where there are several hypervisors, the order says which one runs a system.
    private static String found(Check check, Diagnosis diagnosis) {
        boolean taken = diagnosis.hypervisor().filter(check::equals).isPresent();
        return taken && diagnosis.hypervisors().size() > 1 ? check.found() + "; this one is taken" : check.found();
    }

    private void row(StringBuilder text, Check check, int titles, String found) {
        String outcome = check.blocks() ? "MISSING" : check.outcome().toString();
        text.append("  ")
                .append(painted(check, outcome))
                .append(" ".repeat(OUTCOME - outcome.length()))
                .append(check.title())
                .append(" ".repeat(titles - check.title().length() + 2));
        int indent = 2 + OUTCOME + titles + 2;
        List<String> lines = new ArrayList<>(wrapped("", found, indent));
        check.finding().details().forEach(detail -> lines.addAll(wrapped("", detail, indent)));
        if (check.outcome() != Outcome.OK) {
            lines.addAll(wrapped("why: ", check.why(), indent));
            check.cure().ifPresent(cure -> lines.addAll(cure(cure, indent)));
        }
        text.append(lines.stream().collect(Collectors.joining("\n" + " ".repeat(indent), "", "\n")));
    }

    private String painted(Check check, String outcome) {
        return switch (check.outcome()) {
            case OK -> paint.added(outcome);
            case LIMITED, UNKNOWN -> paint.changed(outcome);
            case MISSING -> check.blocks() ? paint.removed(outcome) : paint.changed(outcome);
        };
    }

    private List<String> cure(Cure cure, int indent) {
        List<String> lines = new ArrayList<>(wrapped(FIX, cure.text(), indent));
        // Never wrapped: it is there to be copied.
        cure.command().ifPresent(command -> lines.add((lines.isEmpty() ? FIX : HANGING) + paint.title(command)));
        cure.link().ifPresent(link -> lines.add((lines.isEmpty() ? FIX : HANGING) + link));
        boolean sudo =
                cure.command().filter(command -> command.startsWith("sudo ")).isPresent();
        String needs = cure.needs().stream()
                .filter(need -> need != Cure.Need.ADMINISTRATOR || !sudo)
                .sorted()
                .map(Cure.Need::text)
                .collect(Collectors.joining("; "));
        lines.addAll(wrapped(HANGING, needs.isEmpty() ? "" : "(" + needs + ")", indent));
        return lines;
    }

    /// @param first before the first line; the others begin where its text does
    private static List<String> wrapped(String first, String text, int indent) {
        String rest = " ".repeat(first.length());
        List<String> lines = new ArrayList<>();
        for (String line : WordWrap.lines(text, COLUMNS - indent - first.length())) {
            lines.add((lines.isEmpty() ? first : rest) + line);
        }
        return lines;
    }
}
