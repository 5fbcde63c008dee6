/// What this computer can do, what is missing, and how to get it: checks as values, each with its cure. What they ask
/// of the computer is handed in, so that tests can play any computer.
package dev.lamina.app.doctor;
