package dev.lamina.vmlaunch.natives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Optional;
import org.assertj.core.api.ObjectAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/// What a [HostComputeException] says.
record Failure(int hresult, String call, Optional<String> document) {

    static ObjectAssert<Failure> assertThatFailure(ThrowingCallable call) {
        HostComputeException e = catchThrowableOfType(HostComputeException.class, call);
        assertThat(e).as("nothing failed").isNotNull();
        return assertThat(new Failure(e.hresult(), e.call(), e.resultDocument()));
    }
}
