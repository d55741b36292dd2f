package vos.lab.filesharing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The line that opens a connection in the strict form {@code [FSA-5.3]}. */
class RequestLineTest {
    @ParameterizedTest
    @ValueSource(strings = {"a.txt", "my file.txt", " ", "  two before, two behind  ", "5 a", "VOS/1 UPLOAD 5 a",
        "späße", "a\rb", "", "a\u2028b"})
    void whateverTheNameItIsReadAsItWasWritten(String name) {
        var upload = RequestLine.upload(123_456_789_012_345_678L, name);
        var download = RequestLine.download(name);

        assertEquals("VOS/1 UPLOAD 123456789012345678 " + name, upload.toString());
        assertEquals("VOS/1 DOWNLOAD " + name, download.toString());
        assertEquals(Optional.of(upload), RequestLine.parse(upload.toString()));
        assertEquals(Optional.of(download), RequestLine.parse(download.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "VOS/1", "VOS/1 ", "VOS/1 DOWNLOAD", "VOS/1 UPLOAD", "VOS/1 UPLOAD a", "VOS/1 UPLOAD 5",
        "VOS/1 UPLOAD -5 a", "VOS/1 UPLOAD +5 a", "VOS/1 UPLOAD 5.0 a", "VOS/1 UPLOAD  5 a", "VOS/1 UPLOAD 0x5 a",
        "VOS/1 UPLOAD 1234567890123456789 a", "VOS/1 UPLOAD \u0665 a", "vos/1 DOWNLOAD a", "VOS/1 download a",
        "VOS/2 DOWNLOAD a", " VOS/1 DOWNLOAD a", "VOS/1  DOWNLOAD a", "UPLOAD a", "VOS/1 LIST a"})
    void whatIsNotOfTheGrammarIsNoRequest(String line) {
        assertEquals(Optional.empty(), RequestLine.parse(line));
    }
}
