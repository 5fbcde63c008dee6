package dev.lamina.vmlaunch.hyperv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.vmlaunch.VmExit;
import dev.lamina.vmlaunch.VmExit.Reason;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ExitDocumentTest {

    static Stream<Arguments> documents() {
        return Stream.of(
                Arguments.of(
                        "{\"Status\":0,\"ExitType\":\"GracefulExit\"}", Reason.POWERED_OFF, 0, "the guest powered off"),
                Arguments.of("{\"Status\":0}", Reason.POWERED_OFF, 0, "the guest powered off"),
                Arguments.of("{}", Reason.POWERED_OFF, 0, "the guest powered off"),
                Arguments.of("no JSON", Reason.POWERED_OFF, 0, "the guest powered off"),
                Arguments.of(
                        "{\"Status\":0,\"ExitType\":\"ForcedExit\"}",
                        Reason.STOPPED,
                        0,
                        "the machine was stopped from outside"),
                Arguments.of(
                        "{\"Status\":0,\"ExitType\":\"UnexpectedExit\"}",
                        Reason.FAILED,
                        0,
                        "the machine ended unexpectedly"),
                Arguments.of(
                        "{\"Status\":2151088390,\"ExitType\":\"UnexpectedExit\"}",
                        Reason.FAILED,
                        0x80370106,
                        "the machine ended unexpectedly"),
                Arguments.of(
                        "{\"Status\":-2147467259}",
                        Reason.FAILED,
                        0x80004005,
                        "the machine ended with error 0x80004005"));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void theDocumentSaysHowAMachineEnded(String document, Reason reason, int code, String detail) {
        assertThat(ExitDocument.parse(document).exit(false, Optional.empty()))
                .isEqualTo(new VmExit(reason, code, detail));
    }

    @Test
    void whatWeHaveEndedWasStopped() {
        assertThat(ExitDocument.parse("{\"Status\":-2143878905,\"ExitType\":\"ForcedExit\"}")
                        .exit(true, Optional.of("crash")))
                .isEqualTo(new VmExit(Reason.STOPPED, 0x80370107, "the machine was stopped"));
    }

    @Test
    void aCrashIsNoPowerOff() {
        assertThat(new ExitDocument(0, "GracefulExit").exit(false, Optional.of("the guest's kernel panicked")))
                .isEqualTo(new VmExit(Reason.FAILED, 0, "the guest's kernel panicked"));
    }
}
