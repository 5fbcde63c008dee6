package dev.lamina.app.studio.lessons;

import dev.lamina.app.lesson.Lesson;

/// A lesson that somebody begins: the document to open for it.
///
/// @param fileName of the document; a panel beside a document of this name goes on with the lesson
/// @param text of the document
/// @param sideFile what says how the system is run; empty for the usual machine
public record LessonStart(String fileName, String text, String sideFile) {
    static LessonStart of(Lesson lesson) {
        return new LessonStart(
                lesson.fileName(), lesson.begin(), lesson.machine().sideFile());
    }
}
