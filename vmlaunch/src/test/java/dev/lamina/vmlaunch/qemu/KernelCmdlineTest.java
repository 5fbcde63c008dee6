package dev.lamina.vmlaunch.qemu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.Accelerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class KernelCmdlineTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        # composition                   | arch  | accelerator | extra | result
        ''                              | AMD64 | KVM | ''          | console=ttyS0
        ''                              | AMD64 | TCG | ''          | console=ttyS0 tsc=reliable no_timer_check
        ''                              | ARM64 | TCG | ''          | console=ttyAMA0
        ''                              | S390X | TCG | ''          | console=ttyS0
        console=ttyS0                   | AMD64 | KVM | ''          | console=ttyS0
        console=ttyS0,115200 quiet      | AMD64 | KVM | ''          | console=ttyS0,115200 quiet
        console=ttyS0                   | ARM64 | KVM | ''          | console=ttyS0 console=ttyAMA0
        console=ttyAMA0 console=ttyS0   | ARM64 | KVM | ''          | console=ttyAMA0 console=ttyS0
        console=ttyS01                  | AMD64 | KVM | ''          | console=ttyS0
        console=ttyS1 quiet             | AMD64 | KVM | ''          | quiet console=ttyS0
        console=ttyS1,9600 console=ttyS0 | AMD64 | KVM | ''         | console=ttyS0
        console=ttyS0 console=ttyS1     | AMD64 | KVM | ''          | console=ttyS0
        console=ttyS1                   | ARM64 | KVM | ''          | console=ttyS1 console=ttyAMA0
        console=ttyS1x                  | AMD64 | KVM | ''          | console=ttyS1x console=ttyS0
        console=ttyS                    | AMD64 | KVM | ''          | console=ttyS console=ttyS0
        quiet                           | AMD64 | KVM | console=ttyS1 | quiet console=ttyS0 console=ttyS1
        xconsole=ttyS0                  | AMD64 | KVM | ''          | xconsole=ttyS0 console=ttyS0
        tsc=unstable                    | AMD64 | TCG | ''          | tsc=unstable console=ttyS0 no_timer_check
        tsc                             | AMD64 | TCG | ''          | tsc console=ttyS0 no_timer_check
        '  a   b  '                     | AMD64 | KVM | '  c  d '   | a b console=ttyS0 c d
        quiet                           | AMD64 | TCG | quiet debug | quiet console=ttyS0 tsc=reliable no_timer_check quiet debug
        """)
    void theCompositionStandsAndTheUserHasTheLastWord(
            String composition, Arch arch, Accelerator accelerator, String extra, String result) {
        assertThat(KernelCmdline.of(composition, MachineProfile.of(arch), accelerator, extra))
                .isEqualTo(result);
    }
}
