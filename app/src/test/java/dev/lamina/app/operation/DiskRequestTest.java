package dev.lamina.app.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.model.problem.InputException;
import dev.lamina.model.value.ByteSize;
import dev.lamina.model.value.DiskFormat;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DiskRequestTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "data.img                          | data.img  | 0          |",
                "file=data.img                     | data.img  | 0          |",
                "data.img,size=2                   | data.img  | 2147483648 |",
                "data.img,size=1G                  | data.img  | 1073741824 |",
                "data.img,size=512M                | data.img  | 536870912  |",
                "size=1.5G,file=a b.img,format=raw | a b.img   | 1610612736 | RAW",
                "/x/y.qcow2,format=qcow2           | /x/y.qcow2 | 0         | QCOW2",
                "/x/y.vhd,format=vpc               | /x/y.vhd  | 0          | VHD",
                "size=1G                           |           | 1073741824 |",
                "file=a=b.img                      | a=b.img   | 0          |"
            })
    void linuxKitsSyntaxIsRead(String text, String file, long size, DiskFormat format) {
        assertThat(DiskRequest.parse(text))
                .isEqualTo(new DiskRequest(
                        Optional.ofNullable(file),
                        Optional.of(new ByteSize(size)).filter(bytes -> size > 0),
                        Optional.ofNullable(format)));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '|',
            value = {
                "\"\"                    | the path is missing",
                "file=,size=1G          | the path is missing",
                "format=raw             | the path is missing",
                "a.img,                 | it has two paths",
                "a.img,b.img            | it has two paths",
                "a.img,size=1G,size=2G  | it has two sizes",
                "a.img,size=0           | '0' is not a size",
                "a.img,size=            | '' is not a size",
                "a.img,size=lots        | 'lots' is not a size",
                "a.img,size=-1G         | '-1G' is not a size",
                "a.img,size=99999999999 | '99999999999' is not a size",
                "a.img,format=vdi       | 'vdi' is not a format that works here",
                "a.img,siez=1G          | 'siez=1G' means nothing"
            })
    void everythingElseIsExplained(String text, String why) {
        assertThatThrownBy(() -> DiskRequest.parse(text))
                .isInstanceOf(InputException.class)
                .hasMessage("'" + text + "' is not a disk: " + why)
                .extracting(e -> ((InputException) e).hint())
                .isEqualTo(
                        Optional.of(
                                "write [file=]PATH[,size=N[M|G]][,format=raw|qcow2|vmdk|vhd|vhdx], for example data.img,size=1G"));
    }
}
