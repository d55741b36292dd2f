package vos.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;
import vos.client.UnreachableException;
import vos.protocol.PeerGoneException;
import vos.protocol.ProtocolViolation;
import vos.protocol.Text;

/** Turns what went wrong into one sentence and an exit code. Nobody who uses the program wants to see a stack trace. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException mistake, String[] args) {
        CommandLine command = mistake.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("vos: " + Text.printable(mistake.getMessage()));
        UnmatchedArgumentException.printSuggestions(mistake, err);
        err.println("'" + command.getCommandSpec().qualifiedName() + " --help' says how it is used.");
        return ExitCode.USAGE;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult result) {
        if (failure instanceof IOException expected) {
            command.getErr().println("vos: " + sentence(expected));
            return code(expected);
        }
        command.getErr().println("vos: this is a defect of vos; please report it with the lines that follow");
        failure.printStackTrace(command.getErr());
        return ExitCode.FAILED;
    }

    static String sentence(IOException failure) {
        return Text.printable(switch (failure) {
            // Of these, the message is the path alone.
            case NoSuchFileException missing -> missing.getFile() + ": there is no such file or directory";
            case NotDirectoryException other -> other.getFile() + " is not a directory";
            case FileAlreadyExistsException other -> other.getFile() + " exists already";
            case AccessDeniedException denied -> denied.getFile() + ": permission denied";
            default -> failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        });
    }

    static int code(IOException failure) {
        return switch (failure) {
            case UsageException usage -> ExitCode.USAGE;
            case UnreachableException unreachable -> ExitCode.UNREACHABLE;
            case PeerGoneException gone -> ExitCode.UNREACHABLE;
            case ProtocolViolation violation -> ExitCode.UNREACHABLE;
            case BindException taken -> ExitCode.UNREACHABLE;
            default -> ExitCode.FAILED;
        };
    }
}
