package vos.server;

import vos.protocol.Reply;
import vos.protocol.Request;

/** Requests and replies in the words of a log; what a client said is not escaped here. */
final class Requests {
    private Requests() {
    }

    /** One word, the same for all requests of a kind. */
    static String verb(Request request) {
        return switch (request) {
            case Request.ListDirectory _ -> "list";
            case Request.ChangeDirectory _ -> "change-directory";
            case Request.WhereAmI _ -> "where-am-i";
            case Request.MakeDirectory _ -> "make-directory";
            case Request.Remove _ -> "remove";
            case Request.Touch _ -> "touch";
            case Request.Move _ -> "move";
            case Request.Size _ -> "size";
            case Request.Upload _ -> "upload";
            case Request.Download _ -> "download";
            case Request.Preview _ -> "preview";
            case Request.CommandLine _ -> "run";
            case Request.Login _ -> "login";
            case Request.Hello _ -> "hello";
            case Request.Quit _ -> "quit";
            case Request.Unknown _ -> "unknown";
            case Request.Malformed _ -> "malformed";
        };
    }

    /** What the request is about: a path, a command line, a name; empty when it is about nothing. */
    static String object(Request request) {
        return switch (request) {
            case Request.ListDirectory(String path) -> path;
            case Request.ChangeDirectory(String path) -> path;
            case Request.MakeDirectory(String path) -> path;
            case Request.Remove(String path) -> path;
            case Request.Touch(String path) -> path;
            case Request.Move(String from, String _) -> from;
            case Request.Size(String path) -> path;
            case Request.Upload upload -> upload.path();
            case Request.Download(String path) -> path;
            case Request.Preview(String path, int _) -> path;
            case Request.CommandLine(String line, var _) -> line;
            case Request.Login(String user, var _) -> user;
            case Request.Hello(String version) -> version;
            case Request.Unknown(String command) -> command;
            case Request.Malformed(String reason) -> reason;
            case Request.WhereAmI _, Request.Quit _ -> "";
        };
    }

    /** How it ended: {@code done}, the word of an {@code ErrorCode}, or {@code broken-off}. */
    static String outcome(Reply reply, Exception failure) {
        if (failure != null || reply == null) {
            return "broken-off";
        }
        return reply instanceof Reply.Failed failed ? failed.code().word() : "done";
    }

    /** How many bytes of a file's content have moved, one way or the other; 0 when there was none. */
    static long moved(Request request, Reply reply) {
        if (reply instanceof Reply.Content(var body)) {
            return body.moved();
        }
        return request instanceof Request.Upload upload ? upload.content().moved() : 0;
    }

    /** Whether it moves a file's content. */
    static boolean isTransfer(Request request) {
        return request instanceof Request.Upload || request instanceof Request.Download
                || request instanceof Request.Preview;
    }
}
