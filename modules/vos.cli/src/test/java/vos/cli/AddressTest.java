package vos.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

/** Where a server is, as people write it. */
class AddressTest {
    private static final String FORMS = "an address is written HOST, HOST:PORT, [IPV6] or [IPV6]:PORT";

    @ParameterizedTest
    @CsvSource({"localhost, localhost, -1", "localhost:5050, localhost, 5050", "127.0.0.1:1, 127.0.0.1, 1",
        "[::1], ::1, -1", "[::1]:65535, ::1, 65535", "[fe80::1%eth0]:5050, fe80::1%eth0, 5050", "h:00080, h, 80"})
    void aHostMayHaveAPort(String text, String host, int port) {
        assertEquals(new Address(host, port), address(text));
    }

    @Test
    void aPortThatIsLeftOutIsTheLabsOwn() {
        assertEquals(4711, address("localhost").portOr(4711));
        assertEquals(5050, address("localhost:5050").portOr(4711));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ":", ":5050", "::1", "[]", "[]:5050", "[::1", "::1]", "[::1]x", "[::1]x:5050",
        "a]:1"})
    void whatIsNoAddressIsAnsweredWithTheFormsThereAre(String text) {
        assertEquals(FORMS, complaintAbout(text));
    }

    @ParameterizedTest
    @CsvSource({"h:0, 0", "h:65536, 65536", "h:99999999999, 99999999999", "h:-1, -1", "h:http, http", "h:, ''",
        "[::1]:, ''", "h:5 0, 5 0", "h:5:6, 5:6", "fe80::1, :1"})
    void whatIsNoPortIsShownWithAHintAtBrackets(String text, String port) {
        assertEquals("\"" + port + "\" is not a port from 1 to 65535 (an IPv6 address stands in brackets: [::1]:65438)",
                complaintAbout(text));
    }

    private static Address address(String text) {
        return new Address.Converter().convert(text);
    }

    private static String complaintAbout(String text) {
        return assertThrows(TypeConversionException.class, () -> address(text)).getMessage();
    }
}
