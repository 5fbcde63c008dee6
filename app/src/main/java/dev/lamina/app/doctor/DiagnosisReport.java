package dev.lamina.app.doctor;

/// A diagnosis as Markdown, to be sent to somebody who helps.
public final class DiagnosisReport {
    private DiagnosisReport() {}

    public static String markdown(Diagnosis diagnosis) {
        StringBuilder text = new StringBuilder("**").append(diagnosis.verdict()).append("**\n");
        for (Group group : diagnosis.groups()) {
            text.append("\n### ").append(group.title()).append("\n\n| | | |\n|---|---|---|\n");
            for (Check check : diagnosis.of(group)) {
                String outcome =
                        check.blocks() ? "**missing**" : check.outcome().toString();
                text.append("| ")
                        .append(outcome)
                        .append(" | ")
                        .append(cell(check.title()))
                        .append(" | ")
                        .append(cell(found(check)))
                        .append(" |\n");
            }
        }
        return text.toString();
    }

    private static String found(Check check) {
        String details = String.join("; ", check.finding().details());
        return details.isEmpty() ? check.found() : check.found() + "; " + details;
    }

    /// Names of files and answers of programs are not to be taken for markup.
    private static String cell(String text) {
        return text.replaceAll("\\p{Cntrl}", " ").replaceAll("([\\\\`*_|<>\\[\\]])", "\\\\$1");
    }
}
