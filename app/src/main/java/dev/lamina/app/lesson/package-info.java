/// What lessons are, and how their files are read.
package dev.lamina.app.lesson;
