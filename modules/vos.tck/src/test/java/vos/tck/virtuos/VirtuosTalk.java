package vos.tck.virtuos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import vos.tck.ZooClient.Session;
import vos.tck.ZooTalk;

/** One start of a sound client, in steps that a broken one overrides. It does not leave the root. */
class VirtuosTalk extends ZooTalk {

    static final byte[] SENTINEL = bytes("<<EOF>>");
    private static final String NO_FILE = "File not found.\n";
    private static final int PAUSE = 200;

    private boolean strict;
    private boolean again;

    VirtuosTalk(Session session) {
        super(session);
    }

    @Override
    protected final int run() throws IOException {
        open();
        for (String line = session().line(); line != null && !line.equals("exit"); line = session().line()) {
            List<String> words = words(line);
            if (!(strict ? performStrict(words) : perform(words))) {
                return 1;
            }
        }
        return 0;
    }

    private void open() throws IOException {
        connect();
        line();
        wire().send(hello());
        strict = agreed(line());
    }

    private boolean perform(List<String> words) throws IOException {
        if (words.stream().skip(1).anyMatch(name -> !sendable(name))) {
            return false;
        }
        switch (words.getFirst()) {
            case "ls" -> list();
            case "mydir" -> showDirectory();
            case "upload" -> {
                return upload(words.get(1));
            }
            case "download" -> {
                return download(words.get(1));
            }
            default -> {
                say(command(words));
                line();
            }
        }
        return true;
    }

    private boolean upload(String name) throws IOException {
        byte[] content = read(session().file(name));
        if (mustNotBeSent(content)) {
            return false;
        }
        say("upload " + name);
        if (!pause()) {
            return false;
        }
        wire().send(content);
        pause();
        wire().send(ending());
        return line().startsWith("Uploaded");
    }

    private boolean download(String name) throws IOException {
        Path local = session().file(localName(name));
        begin(local);
        say("download " + name);
        byte[] content = isMissing() ? null : file();
        if (content == null && again) {
            again = false;
            open();
            return download(name);
        }
        return keep(local, content != null && inStep() ? content : null);
    }

    private boolean performStrict(List<String> words) throws IOException {
        String name = words.size() > 1 ? words.get(1) : "";
        switch (words.getFirst()) {
            case "ls", "cd", "pwd" -> {
                say(String.join(" ", words) + "\n");
                text(number(status()));
            }
            case "upload" -> {
                byte[] content = read(session().file(name));
                say(strictUpload(name, content) + "\n");
                wire().send(content);
                wire().send(strictEnding());
                status();
            }
            case "download" -> {
                Path local = session().file(localName(name));
                begin(local);
                say("download " + name + "\n");
                return keep(local, strictFile(number(status())));
            }
            default -> {
                say(String.join(" ", words) + "\n");
                status();
            }
        }
        return true;
    }

    // ---- what people get wrong --------------------------------------------------------------------------------------

    String hello() {
        return "hello vos/1\n";
    }

    boolean agreed(String answer) {
        return answer.startsWith("vos/1");
    }

    /** Sends a command in one write. */
    void say(String command) throws IOException {
        wire().send(command);
    }

    String command(List<String> words) {
        return String.join(" ", words);
    }

    boolean sendable(String name) {
        return !name.contains(" ");
    }

    /** The next line, without its line end. */
    String line() throws IOException {
        String line = string(wire().until(bytes("\n")));
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }

    void list() throws IOException {
        say("ls");
        String name = line();
        say("pwd");
        while (!name.startsWith("/")) {
            session().print(name);
            name = line();
        }
    }

    void showDirectory() throws IOException {
        try (Stream<Path> files = Files.list(session().file(""))) {
            files.forEach(file -> session().print(file.getFileName().toString()));
        }
    }

    /** Whether nothing came meanwhile. */
    boolean pause() throws IOException {
        return wire().quietFor(PAUSE);
    }

    boolean mustNotBeSent(byte[] content) {
        return string(content).contains("<<EOF>>");
    }

    /** What ends an upload in the published form. */
    byte[] ending() {
        return SENTINEL;
    }

    /** Whether there is no such file; if it is a file that begins as such an answer, it is to be asked for again. */
    boolean isMissing() throws IOException {
        String start = "";
        while (start.length() < NO_FILE.length() && NO_FILE.startsWith(start)) {
            start += string(wire().take(1));
        }
        if (!start.equals(NO_FILE)) {
            wire().putBack(bytes(start));
            return false;
        }
        if (!wire().quietFor(PAUSE)) {
            byte[] rest = wire().take(SENTINEL.length);
            wire().putBack(rest);
            wire().putBack(bytes(start));
            return string(rest).equals("<<EOF>>");
        }
        say("pwd");
        String answer = line();
        again = !answer.equals("/") && !answer.equals("<<EOF>>/");
        return true;
    }

    /** The file, up to its sentinel. */
    byte[] file() throws IOException {
        return wire().until(SENTINEL);
    }

    /** Whether the sentinel was the end of the file. */
    boolean inStep() throws IOException {
        boolean quiet = wire().quietFor(PAUSE);
        say("pwd");
        return quiet && line().equals("/") && wire().quietFor(20);
    }

    /** What stands behind OK. */
    String status() throws IOException {
        String line = line();
        if (!line.equals("OK") && !line.matches("OK [0-9]{1,18}")) {
            throw new IOException(line);
        }
        return line.substring(2).strip();
    }

    void text(int size) throws IOException {
        session().print(string(wire().take(size)));
    }

    byte[] strictFile(int size) throws IOException {
        return wire().take(size);
    }

    String strictUpload(String name, byte[] content) {
        return "upload " + content.length + " " + name;
    }

    /** What ends an upload in the strict form. */
    byte[] strictEnding() {
        return new byte[0];
    }

    // ---- for broken ones --------------------------------------------------------------------------------------------

    final boolean strict() {
        return strict;
    }
}
